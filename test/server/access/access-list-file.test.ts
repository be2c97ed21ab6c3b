import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { warnOfOpenFolder } from '../../../server/access/access-list-file.ts';
import { emptyAccessList, type AccessList } from '../../../server/access/access-list.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';

const extension = { origin: 'moz-extension://a', allowedAt: '2026-01-02T03:04:05.678Z' };
const token = { name: 'nightly-job', hash: 'a'.repeat(43), addedAt: '2026-02-03T04:05:06.789Z' };
const full: AccessList = { extensions: [extension], tokens: [token] };

let folder: DataFolder;

beforeEach(() => {
  folder = createDataFolder();
});

afterEach(() => {
  folder.remove();
});

function getMode(file: string): number {
  return statSync(file).mode & 0o777;
}

it('allows nobody when there is no file, without a warning and without touching the disk', () => {
  expect(folder.open().read()).toEqual(emptyAccessList);
  expect(folder.warnings).toEqual([]);
  expect(existsSync(folder.path)).toBe(false);
});

it('gives back what it was given', () => {
  folder.open().update(() => full);
  expect(folder.open().read()).toEqual(full);
});

it('reads files from before there were named tokens', () => {
  folder.put(JSON.stringify({ extensions: [extension] }));
  expect(folder.open().read()).toEqual({ extensions: [extension], tokens: [] });
});

it('keeps the file and a folder it makes to the user alone', () => {
  folder.open().update(() => full);
  expect(getMode(folder.file)).toBe(0o600);
  expect(getMode(folder.path)).toBe(0o700);
});

it.each([0o644, 0o660, 0o606])('closes a file that others could use (mode %o), and says so once', (mode) => {
  folder.open().update(() => full);
  chmodSync(folder.file, mode);
  const file = folder.open();
  expect(file.read()).toEqual(full);
  expect(getMode(folder.file)).toBe(0o600);
  file.read();
  expect(folder.warnings).toEqual([expect.stringContaining(folder.file)]);
});

it('replaces the file as a whole and leaves nothing beside it', () => {
  const file = folder.open();
  file.update(() => full);
  const before = statSync(folder.file).ino;
  file.update(() => emptyAccessList);
  expect(statSync(folder.file).ino).not.toBe(before);
  expect(readdirSync(folder.path)).toEqual(['paired-extensions.json']);
});

it('has another stamp after each change, however soon', () => {
  const file = folder.open();
  const stamps = [file.getStamp()];
  for (let changes = 0; changes < 20; changes += 1) {
    file.update(() => full);
    stamps.push(file.getStamp());
  }
  stamps.forEach((stamp, index) => {
    expect(stamp).not.toBe(stamps[index + 1]);
  });
});

it('leaves everything as it was when the change is refused', () => {
  const file = folder.open();
  file.update(() => full);
  expect(() =>
    file.update(() => {
      throw new Error('not so');
    }),
  ).toThrow('not so');
  expect(file.read()).toEqual(full);
  expect(readdirSync(folder.path)).toEqual(['paired-extensions.json']);
});

const broken = [
  '',
  '{',
  'null',
  '[]',
  '{"extensions": {}}',
  '{"extensions": [{"origin": "moz-extension://a"}]}',
  '{"extensions": [{"origin": "https://evil.example", "allowedAt": "2026-01-02T03:04:05.678Z"}]}',
  '{"extensions": [{"origin": "null", "allowedAt": "2026-01-02T03:04:05.678Z"}]}',
  JSON.stringify({ extensions: [], tokens: [{ ...token, hash: '' }] }),
  JSON.stringify({ extensions: [], tokens: [{ ...token, name: 'A B' }] }),
];

it.each(broken)('sets aside what it does not understand, as it is, with one warning: %s', (content) => {
  folder.put(content);
  expect(folder.open().read()).toBeUndefined();
  const [aside = '', ...others] = readdirSync(folder.path);
  expect(others).toEqual([]);
  expect(aside).toMatch(/^paired-extensions\.json\.unreadable-/);
  expect(readFileSync(path.join(folder.path, aside), 'utf8')).toBe(content);
  expect(folder.warnings).toEqual([expect.stringContaining(aside)]);
});

describe('what stands in the place of the file', () => {
  it('is left alone when it is a link, and so is what it leads to', () => {
    folder.put('{}');
    const target = path.join(folder.root, 'precious');
    writeFileSync(target, JSON.stringify(full), { mode: 0o644 });
    execFileSync('rm', [folder.file]);
    symlinkSync(target, folder.file);
    expect(() => folder.open().read()).toThrow('it is a symbolic link');
    expect(() => folder.open().update(() => emptyAccessList)).toThrow('it is a symbolic link');
    expect(lstatSync(folder.file).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe(JSON.stringify(full));
    expect(getMode(target)).toBe(0o644);
  });

  it('is left alone when it is a folder', () => {
    mkdirSync(folder.file, { recursive: true });
    expect(() => folder.open().read()).toThrow('it is a folder');
    expect(() => folder.open().update(() => full)).toThrow('it is a folder');
    expect(statSync(folder.file).isDirectory()).toBe(true);
  });

  it('is not waited for when it is a pipe that nobody writes into', () => {
    mkdirSync(folder.path, { recursive: true });
    execFileSync('mkfifo', [folder.file]);
    expect(() => folder.open().read()).toThrow('it is no plain file');
  });

  it('is not trusted when it is the file of another user', ({ skip }) => {
    folder.open().update(() => full);
    try {
      execFileSync('chown', ['12345', folder.file], { stdio: 'ignore' });
    } catch {
      skip('Only root can give a file away.');
    }
    expect(() => folder.open().read()).toThrow('it belongs to another user');
    expect(() => folder.open().update(() => emptyAccessList)).toThrow('it belongs to another user');
    expect(readFileSync(folder.file, 'utf8')).toContain('moz-extension://a');
  });
});

it.each([
  [0o700, 0],
  [0o755, 0],
  [0o777, 1],
  [0o770, 1],
])('warns of a data folder with mode %o as often as %i times', (mode, count) => {
  mkdirSync(folder.path, { recursive: true });
  chmodSync(folder.path, mode);
  warnOfOpenFolder(folder.path, (sentence) => folder.warnings.push(sentence));
  expect(folder.warnings).toHaveLength(count);
  expect(getMode(folder.path)).toBe(mode);
});
