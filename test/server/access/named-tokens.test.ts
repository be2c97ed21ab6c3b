import { mkdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addNamedToken, digestToken, removeNamedToken } from '../../../server/access/named-tokens.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';

let folder: DataFolder;

beforeEach(() => {
  folder = createDataFolder();
});

afterEach(() => {
  folder.remove();
});

it('makes tokens of 256 random bits that can be told for what they are', () => {
  const tokens = ['a', 'b', 'c'].map((name) => addNamedToken(folder.open(), name));
  for (const token of tokens) {
    expect(token).toMatch(/^dragoman_[\w-]{43}$/);
    expect(Buffer.from(token.replace('dragoman_', ''), 'base64url')).toHaveLength(32);
  }
  expect(new Set(tokens).size).toBe(3);
});

it('keeps the hash, the name and the day, and never the token', () => {
  const token = addNamedToken(folder.open(), 'nightly-job');
  const hash = digestToken(token).toString('base64url');
  expect(folder.open().read()?.tokens).toEqual([
    { name: 'nightly-job', hash, addedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string },
  ]);
  expect(readFileSync(folder.file, 'utf8')).not.toContain(token.slice(9));
});

it('leaves paired extensions in the file', () => {
  const extension = { origin: 'moz-extension://a', allowedAt: '2026-01-02T03:04:05.678Z' };
  folder.put(JSON.stringify({ extensions: [extension] }));
  addNamedToken(folder.open(), 'nightly-job');
  removeNamedToken(folder.open(), 'nightly-job');
  expect(folder.open().read()).toEqual({ extensions: [extension], tokens: [] });
});

it('makes no second token of a name, and takes away none that is not there', () => {
  addNamedToken(folder.open(), 'nightly-job');
  expect(() => addNamedToken(folder.open(), 'nightly-job')).toThrow('There is a token called nightly-job');
  removeNamedToken(folder.open(), 'nightly-job');
  expect(() => {
    removeNamedToken(folder.open(), 'nightly-job');
  }).toThrow('There is no token called nightly-job');
});

it('says that no token was made when the disk takes none', () => {
  mkdirSync(folder.file, { recursive: true });
  expect(() => addNamedToken(folder.open(), 'nightly-job')).toThrow(
    expect.objectContaining({ code: 'internal', message: expect.stringContaining('No token') as string }),
  );
});
