import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { chromium, firefox } from 'playwright-core';

import { chooseRemedy, describeRemedy, findProgram, type Machine, type Remedy } from './find-program.ts';
import { knownPrograms, type ProgramName } from './known-programs.ts';

/** Paths of programs, installed first where that can be done here; throws with what to do for each that can't be had. */
export function providePrograms<Name extends ProgramName>(
  names: readonly Name[],
  machine: Machine = readMachine(),
): Record<Name, string> {
  const lacking = names.filter((name) => findProgram(name, machine).status !== 'found');
  // Before anything is downloaded: what only the user can do would fail the run anyway.
  refuse(
    lacking.filter((name) => isForTheUser(name, machine)),
    machine,
  );
  install(lacking, machine);
  refuse(
    lacking.filter((name) => findProgram(name, machine).status !== 'found'),
    machine,
  );
  return Object.fromEntries(names.map((name) => [name, getFoundPath(name, machine)])) as Record<Name, string>;
}

function isForTheUser(name: ProgramName, machine: Machine): boolean {
  return findProgram(name, machine).status === 'misnamed' || chooseRemedy(name, machine) === 'by-hand';
}

function getFoundPath(name: ProgramName, machine: Machine): string {
  const finding = findProgram(name, machine);
  if (finding.status !== 'found') throw new Error(describeRemedy(name, machine));
  return finding.path;
}

function refuse(names: ProgramName[], machine: Machine): void {
  if (names.length > 0) throw new Error(names.map((name) => describeRemedy(name, machine)).join('\n'));
}

function install(names: ProgramName[], machine: Machine): void {
  const select = (remedy: Remedy) => names.filter((name) => chooseRemedy(name, machine) === remedy);
  installDebianPackages(select('apt-get').map((name) => knownPrograms[name].debianPackage));
  downloadBrowsers(select('playwright').flatMap((name) => knownPrograms[name].playwrightName ?? []));
}

function installDebianPackages(packages: string[]): void {
  if (packages.length === 0) return;
  const retries = ['-o', 'Acquire::Retries=3'];
  run('apt-get', [...retries, 'update']);
  run('apt-get', [...retries, 'install', '--yes', '--no-install-recommends', ...packages]);
}

function downloadBrowsers(names: string[]): void {
  if (names.length === 0) return;
  const packageFile = createRequire(import.meta.url).resolve('playwright-core/package.json');
  run(process.execPath, [join(dirname(packageFile), 'cli.js'), 'install', ...names]);
}

/** A failed installation isn't the end: what to do is said for the programs that are still absent after it. */
function run(command: string, words: string[]): void {
  console.log(`$ ${command} ${words.join(' ')}`);
  const { error, status } = spawnSync(command, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error ?? status !== 0)
    console.error(`${command} failed: ${error?.message ?? `exit code ${status ?? 'none'}`}`);
}

function readMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
    isRoot: process.getuid?.() === 0,
    isDebian: existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')),
    playwrightPaths: { chromium: chromium.executablePath(), firefox: firefox.executablePath() },
  };
}
