import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';

import { zipFolder } from '../../../scripts/pack/zip-folder.ts';

const folders: string[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

it('holds every file under its path, sorted', async () => {
  const zip = unzipSync(await zipFolder(await writeFolder({ 'b.js': 'B', 'a/c.css': 'C', 'a.json': 'A' })));

  expect(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a.json', 'A'],
    ['a/c.css', 'C'],
    ['b.js', 'B'],
  ]);
});

it('gives the same bytes whenever, in whatever order and in whatever time zone the files were written', async () => {
  const early = await writeFolder({ 'b.js': 'B', 'a/c.css': 'C' }, new Date('2001-02-03'));
  const late = await writeFolder({ 'a/c.css': 'C', 'b.js': 'B' }, new Date('2026-07-08'));

  vi.stubEnv('TZ', 'America/Los_Angeles');
  const first = await zipFolder(early);
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  const second = await zipFolder(late);

  expect(Buffer.from(second).equals(first)).toBe(true);
});

it('gives other bytes for other contents', async () => {
  const one = await zipFolder(await writeFolder({ 'a.js': '1' }));
  const other = await zipFolder(await writeFolder({ 'a.js': '2' }));

  expect(Buffer.from(other).equals(one)).toBe(false);
});

async function writeFolder(files: Record<string, string>, time = new Date()): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-zip-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    await utimes(file, time, time);
  }
  return folder;
}
