import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withFileLock } from '../../../server/access/file-lock.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';

let folder: DataFolder;
let file: string;

beforeEach(() => {
  folder = createDataFolder();
  file = path.join(folder.root, 'counter');
});

afterEach(() => {
  folder.remove();
});

/** Reads, and writes one more, many times: without a lock some of it is lost. */
const count = `
  const { workerData } = require('node:worker_threads');
  const { readFileSync, writeFileSync } = require('node:fs');
  const { lock, file, times } = workerData;
  import(lock).then(({ withFileLock }) => {
    for (let turn = 0; turn < times; turn += 1)
      withFileLock(file, () => writeFileSync(file, String(Number(readFileSync(file, 'utf8')) + 1)));
  });
`;

it('lets nobody write back what was read before another one wrote', async () => {
  writeFileSync(file, '0');
  const lock = path.join(import.meta.dirname, '../../../dist/server/access/file-lock.js');
  const workers = [1, 2, 3].map(
    () => new Worker(count, { eval: true, workerData: { lock, file, times: 50 } }),
  );
  const codes = await Promise.all(workers.map((worker) => once(worker, 'exit')));
  expect(codes).toEqual([[0], [0], [0]]);
  expect(readFileSync(file, 'utf8')).toBe('150');
});

it('is given back, also by what fails', () => {
  expect(withFileLock(file, () => 7)).toBe(7);
  expect(() =>
    withFileLock(file, () => {
      throw new Error('failed');
    }),
  ).toThrow('failed');
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it('is taken over from a process that died', () => {
  writeFileSync(`${file}.lock`, '');
  utimesSync(`${file}.lock`, new Date(), new Date(Date.now() - 60_000));
  expect(withFileLock(file, () => 7)).toBe(7);
});
