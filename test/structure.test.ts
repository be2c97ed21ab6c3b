import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checkNames } from '../server/checks/check.ts';
import { createOpenapiDocument } from '../server/openapi/document.ts';
import { createCommand } from '../server/settings/settings.ts';
import { errorCodes } from '../shared/error-codes.ts';
import { profileNames } from '../shared/prompts/prompt.ts';

const root = path.join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const code = files.filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

/** Flags of commander's own. */
const ownFlags = new Set(['--help', '--version']);

it('looks at the project', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(code.length).toBeGreaterThan(80);
});

it('holds only what is allowed at the root', () => {
  const allowed =
    /^(?:package\.json|package-lock\.json|tsconfig\.json|manifest\.json|README\.md|CONTRIBUTING\.md|CHANGELOG\.md|LICENSE|NOTICE|\w+\.config\.ts|\..+)$/;
  const folders = new Set([
    'docs',
    'extension',
    'scripts',
    'server',
    'shared',
    'test',
    'dist',
    'node_modules',
  ]);
  const others = readdirSync(root).filter((name) => !folders.has(name) && !allowed.test(name));
  expect(others).toEqual([]);
});

it('has every file that the manifest names', () => {
  const named = read('manifest.json').match(/"(?:extension|_locales)\/[^"]+"/g) ?? [];
  expect(named.length).toBeGreaterThan(4);
  expect(named.map((name) => name.slice(1, -1)).filter((file) => !files.includes(file))).toEqual([]);
});

it('asks for the permissions that are agreed on and no others', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
  expect(manifest.permissions).toEqual(['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage']);
  expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  for (const key of [
    'optional_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
  ]) {
    expect(manifest).not.toHaveProperty(key);
  }
});

describe.each(['chromium', 'firefox'])('the built extension for %s', (browser) => {
  const readManifest = (): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(root, 'dist', browser, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;

  it('shows pages nothing by which they could recognise it', () => {
    expect(readManifest()).not.toHaveProperty('web_accessible_resources');
  });

  it('has the one version number', () => {
    expect(readManifest().version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  });

  it('allows its pages to call nothing but this machine', () => {
    const { extension_pages: policy } = readManifest().content_security_policy as { extension_pages: string };
    expect(policy).toContain('connect-src http://127.0.0.1:* http://localhost:*;');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  });
});

it('leaves out of the Firefox build what only Chromium has', () => {
  const manifest = readFileSync(path.join(root, 'dist', 'firefox', 'manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/"(?:key|minimum_chrome_version|side_panel|sidePanel)"/);
});

it('documents every setting with its default, and no other', () => {
  const flags = createCommand()
    .options.map((option) => option.long ?? '')
    .filter((flag) => !ownFlags.has(flag));
  expect(flags.length).toBeGreaterThan(15);
  expect(flags.filter((flag) => !readme.includes(`| \`${flag}\` `))).toEqual([]);
  const documented = [...readme.matchAll(/^\| `(?<flag>--[a-z-]+)` /gm)].map(
    (match) => match.groups?.flag ?? '',
  );
  expect(documented.filter((flag) => !flags.includes(flag))).toEqual([]);
});

it('documents every route of the OpenAPI document in the README, and the other way round', () => {
  const { paths } = createOpenapiDocument('0.0.0') as { paths: Record<string, object> };
  const routes = Object.entries(paths).flatMap(([route, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${route.replace('{id}', ':id')}`),
  );
  const documented = [...readme.matchAll(/`(?<route>(?:GET|POST|DELETE) \/[^`\s]*)`/g)].map(
    (match) => match.groups?.route ?? '',
  );
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !documented.includes(route))).toEqual([]);
  expect(documented.filter((route) => !routes.includes(route))).toEqual([]);
});

/** What is tried against the server itself. */
const serverTests = code
  .filter((file) => file.startsWith('test/server/') && file.endsWith('.test.ts'))
  .map(read)
  .join('\n');

it('tests every setting and every route', () => {
  const flags = createCommand().options.map((option) => option.long ?? '');
  const { paths } = createOpenapiDocument('0.0.0') as { paths: Record<string, object> };
  const routes = Object.keys(paths).map((route) => route.replace('{id}', ''));
  expect([...flags, ...routes].filter((name) => !serverTests.includes(name))).toEqual([]);
});

it('documents every check, and tries it', () => {
  const names = [...checkNames, 'length', 'same_language'];
  expect(names.filter((name) => !readme.includes(`| \`${name}\` `))).toEqual([]);
  expect(names.filter((name) => !new RegExp(`['"]${name}['"]`).test(serverTests))).toEqual([]);
});

it('documents every family of models that --profile takes', () => {
  expect(profileNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

describe('every error code', () => {
  it.each(Object.entries(errorCodes))('%s is documented with its status', (name, { status }) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\`\\s+\\| ${status} `, 'm'));
  });

  it.each(Object.keys(errorCodes))('%s is tested', (name) => {
    expect(serverTests).toMatch(new RegExp(`['"]${name}['"]`));
  });
});

it('has no import cycles', () => {
  const imports = new Map(code.map((file) => [file, listImports(file)]));
  expect([...imports.values()].flat().length).toBeGreaterThan(100);
  expect(code.filter((file) => reaches(file, file, imports))).toEqual([]);
});

it('neither skips nor singles out a test', () => {
  const marked = code.filter(
    (file) =>
      file.endsWith('.test.ts') && /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/.test(read(file)),
  );
  expect(marked).toEqual([]);
});

it('gives a reason for every suppression', () => {
  const bare = code.filter((file) =>
    read(file)
      .split('\n')
      .some(
        (line) =>
          /\/[/*] *(?:eslint-disable|@ts-expect-error|@ts-ignore|prettier-ignore)/.test(line) &&
          !line.includes(' -- '),
      ),
  );
  expect(bare).toEqual([]);
});

it('says in package-lock.json neither where packages came from nor runs their scripts', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
  const packages = Object.entries(lock.packages);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([name]) => name)).toEqual(
    [],
  );
});

it('pins every dependency exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** The files of this project that a file imports for their values; imports of types alone leave nothing behind. */
function listImports(file: string): string[] {
  const source = read(file).replaceAll(/^import type [^;]*;/gm, '');
  return ts
    .preProcessFile(source)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.join(path.posix.dirname(file), name));
}

function reaches(
  from: string,
  goal: string,
  imports: Map<string, string[]>,
  seen = new Set<string>(),
): boolean {
  for (const next of imports.get(from) ?? []) {
    if (next === goal) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(next, goal, imports, seen)) return true;
  }
  return false;
}
