import { posix, win32 } from 'node:path';

import { knownPrograms, type ProgramName } from './known-programs.ts';

/** What finding depends on, as plain data, so that every machine can be told in a test. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  isRoot: boolean;
  isDebian: boolean;
  /** Where Playwright's installer puts its browsers. */
  playwrightPaths: Partial<Record<ProgramName, string>>;
}

/** `misnamed`: a path variable is set but nothing is there; falling back would test another program than was asked for. */
export type Finding =
  { status: 'found'; path: string } | { status: 'misnamed'; path: string } | { status: 'absent' };

/** How an absent program can be had; `by-hand` means only the user can. */
export type Remedy = 'apt-get' | 'playwright' | 'by-hand';

export function findProgram(name: ProgramName, machine: Machine): Finding {
  const named = machine.environment[knownPrograms[name].variable];
  if (named) return { status: machine.exists(named) ? 'found' : 'misnamed', path: named };
  const path = listUsualPlaces(name, machine).find((place) => machine.exists(place));
  return path === undefined ? { status: 'absent' } : { status: 'found', path };
}

export function chooseRemedy(name: ProgramName, machine: Machine): Remedy {
  if (machine.isDebian && machine.isRoot) return 'apt-get';
  return knownPrograms[name].playwrightName === undefined ? 'by-hand' : 'playwright';
}

/** One sentence that says what is missing and what to do about it on this machine. */
export function describeRemedy(name: ProgramName, machine: Machine): string {
  const { variable, debianPackage, playwrightName, isLinuxOnly } = knownPrograms[name];
  const finding = findProgram(name, machine);
  if (finding.status === 'misnamed')
    return `${variable} names ${finding.path}, but nothing is there: correct it or unset it.`;
  if (machine.isDebian)
    return `${name} is missing: run "sudo apt-get install ${debianPackage}" or set ${variable}.`;
  if (playwrightName !== undefined)
    return `${name} is missing: run "npx playwright-core install ${playwrightName}" or set ${variable}.`;
  if (machine.platform === 'linux' || !isLinuxOnly)
    return `${name} is missing: install it with your package manager or set ${variable}.`;
  return `${name} is missing and exists only on Linux: run the browser tests there, or only "npm run test:unit" here.`;
}

function listUsualPlaces(name: ProgramName, machine: Machine): string[] {
  const { commands, installedAt } = knownPrograms[name];
  const isWindows = machine.platform === 'win32';
  const path = isWindows ? win32 : posix;
  const folders = (machine.environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const files = commands.map((command) => (isWindows ? `${command}.exe` : command));
  const inPath = files.flatMap((file) => folders.map((folder) => path.join(folder, file)));
  const playwrightPath = machine.playwrightPaths[name];
  return [
    ...inPath,
    ...(installedAt[machine.platform] ?? []),
    ...(playwrightPath === undefined ? [] : [playwrightPath]),
  ];
}
