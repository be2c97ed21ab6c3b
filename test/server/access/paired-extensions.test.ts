import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPairedExtensions } from '../../../server/access/paired-extensions.ts';
import { createPairedExtensionsFile } from '../../../server/access/paired-extensions-file.ts';

const first = { origin: 'moz-extension://a', allowedAt: '2026-01-02T03:04:05.678Z' };
const second = { origin: 'chrome-extension://b', allowedAt: '2026-02-03T04:05:06.789Z' };

let root: string;
let dataDir: string;
let file: string;
let warnings: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  dataDir = path.join(root, 'deep', 'data');
  file = path.join(dataDir, 'paired-extensions.json');
  warnings = [];
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function start() {
  const warn = (sentence: string) => warnings.push(sentence);
  return createPairedExtensions(createPairedExtensionsFile(dataDir, warn), warn);
}

function put(content: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, content);
}

it('begins with none, without a warning and without touching the disk', () => {
  expect(start().list()).toEqual([]);
  expect(warnings).toEqual([]);
  expect(existsSync(dataDir)).toBe(false);
});

it('knows after a restart whom it was told', () => {
  start().add(first);
  expect(start().list()).toEqual([first]);
  expect(start().has(first.origin)).toBe(true);
  expect(start().has(second.origin)).toBe(false);
});

it('forgets for good whom it was told to', () => {
  const extensions = start();
  extensions.add(first);
  extensions.remove(first.origin);
  expect(extensions.has(first.origin)).toBe(false);
  expect(start().has(first.origin)).toBe(false);
});

it('keeps the file and a folder it makes to the user alone, even when the file was open to others', () => {
  start().add(first);
  chmodSync(file, 0o644);
  start().add(second);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
});

it('replaces the file as a whole and leaves nothing beside it', () => {
  const extensions = start();
  extensions.add(first);
  const before = statSync(file).ino;
  extensions.add(second);
  expect(statSync(file).ino).not.toBe(before);
  expect(readdirSync(dataDir)).toEqual(['paired-extensions.json']);
});

it('keeps what another server on the same folder has written since', () => {
  const [one, other] = [start(), start()];
  one.add(first);
  other.add(second);
  expect(start().list()).toEqual([first, second]);
  one.remove(second.origin);
  expect(start().list()).toEqual([first]);
});

it('does not bring back what another server has taken away', () => {
  const one = start();
  one.add(first);
  start().remove(first.origin);
  one.add(second);
  expect(one.has(first.origin)).toBe(false);
  expect(start().list()).toEqual([second]);
});

describe('a file that cannot be understood', () => {
  const broken = [
    '',
    '{',
    'null',
    '[]',
    '{"extensions": {}}',
    '{"extensions": [{"origin": "moz-extension://a"}]}',
    '{"extensions": [{"origin": "https://evil.example", "allowedAt": "2026-01-02T03:04:05.678Z"}]}',
    '{"extensions": [{"origin": "null", "allowedAt": "2026-01-02T03:04:05.678Z"}]}',
  ];

  it.each(broken)('is set aside as it is, with one warning, and allows nobody: %s', (content) => {
    put(content);
    expect(start().list()).toEqual([]);
    const [aside = '', ...others] = readdirSync(dataDir);
    expect(others).toEqual([]);
    expect(aside).toMatch(/^paired-extensions\.json\.unreadable-/);
    expect(readFileSync(path.join(dataDir, aside), 'utf8')).toBe(content);
    expect(warnings).toEqual([expect.stringContaining(aside)]);
  });

  it('is set aside too when it broke while the server ran, and what the server knew is written anew', () => {
    const extensions = start();
    extensions.add(first);
    put('{');
    extensions.add(second);
    expect(start().list()).toEqual([first, second]);
    expect(readdirSync(dataDir)).toHaveLength(2);
    expect(warnings).toHaveLength(1);
  });
});

describe('a disk that says no', () => {
  it('allows nobody and warns when the file cannot be read, and never replaces it', () => {
    mkdirSync(file, { recursive: true });
    const extensions = start();
    expect(warnings).toEqual([expect.stringContaining('EISDIR')]);
    expect(() => {
      extensions.add(first);
    }).toThrow(/until the server stops/);
    expect(statSync(file).isDirectory()).toBe(true);
  });

  it('says that a change holds only for now, and follows it all the same', () => {
    writeFileSync(path.join(root, 'deep'), 'not a folder');
    const extensions = start();
    expect(() => {
      extensions.add(first);
    }).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(extensions.has(first.origin)).toBe(true);
    expect(() => {
      extensions.remove(first.origin);
    }).toThrow(/ENOTDIR/);
    expect(extensions.has(first.origin)).toBe(false);
  });
});
