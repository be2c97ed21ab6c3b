import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessMemory, Alteration } from '../../../server/access/access-memory.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';

const first = { origin: 'moz-extension://a', allowedAt: '2026-01-02T03:04:05.678Z' };
const second = { origin: 'chrome-extension://b', allowedAt: '2026-02-03T04:05:06.789Z' };

let folder: DataFolder;

beforeEach(() => {
  folder = createDataFolder();
});

afterEach(() => {
  folder.remove();
});

function add(extension: typeof first): Alteration {
  return (list) => ({
    ...list,
    extensions: [...list.extensions.filter(({ origin }) => origin !== extension.origin), extension],
  });
}

function remove({ origin }: typeof first): Alteration {
  return (list) => ({ ...list, extensions: list.extensions.filter((one) => one.origin !== origin) });
}

function list(memory: AccessMemory): string[] {
  return memory.get().extensions.map(({ origin }) => origin);
}

it('begins with nobody', () => {
  expect(list(folder.remember())).toEqual([]);
  expect(folder.warnings).toEqual([]);
});

it('knows after a restart whom it was told, and whom it was told to forget', () => {
  folder.remember().change(add(first));
  folder.remember().change(add(second));
  folder.remember().change(remove(first));
  expect(list(folder.remember())).toEqual([second.origin]);
});

it('sees at once what another process writes, and takes away', () => {
  const [one, other] = [folder.remember(), folder.remember()];
  one.change(add(first));
  expect(list(other)).toEqual([first.origin]);
  other.change(add(second));
  expect(list(one)).toEqual([first.origin, second.origin]);
  one.change(remove(first));
  expect(list(other)).toEqual([second.origin]);
});

it('reads the file only when it is another one', () => {
  const file = folder.open();
  let reads = 0;
  const memory = folder.remember({
    ...file,
    read: () => {
      reads += 1;
      return file.read();
    },
  });
  memory.change(add(first));
  reads = 0;
  for (let calls = 0; calls < 10; calls += 1) memory.get();
  expect(reads).toBe(0);
  folder.remember().change(add(second));
  memory.get();
  memory.get();
  expect(reads).toBe(1);
});

it('allows nobody any more when the file is taken away', () => {
  const memory = folder.remember();
  memory.change(add(first));
  rmSync(folder.file);
  expect(list(memory)).toEqual([]);
});

it('holds on to what it knew when the file breaks, and writes it anew', () => {
  const memory = folder.remember();
  memory.change(add(first));
  folder.put('{');
  expect(list(memory)).toEqual([first.origin]);
  expect(list(folder.remember())).toEqual([first.origin]);
  expect(readdirSync(folder.path)).toHaveLength(2);
  expect(folder.warnings).toHaveLength(1);
});

it('writes it anew also when the file breaks just before a change', () => {
  const memory = folder.remember();
  memory.change(add(first));
  folder.put('{');
  memory.change(add(second));
  expect(list(folder.remember())).toEqual([first.origin, second.origin]);
});

describe('a disk that says no', () => {
  it('allows nobody and warns once when the file cannot be read, and never replaces it', () => {
    mkdirSync(folder.file, { recursive: true });
    const memory = folder.remember();
    memory.get();
    memory.get();
    expect(folder.warnings).toEqual([expect.stringContaining('it is a folder')]);
    expect(() => {
      memory.change(add(first));
    }).toThrow(/until the server stops/);
    expect(statSync(folder.file).isDirectory()).toBe(true);
  });

  it('says that a change holds only for now, and follows it all the same', () => {
    writeFileSync(path.join(folder.root, 'deep'), 'not a folder');
    const memory = folder.remember();
    expect(() => {
      memory.change(add(first));
    }).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(list(memory)).toEqual([first.origin]);
    expect(() => {
      memory.change(remove(first));
    }).toThrow(/ENOTDIR/);
    expect(list(memory)).toEqual([]);
  });

  it('does not bring back whom it could not take away, whatever others write', () => {
    const file = folder.open();
    let isFull = false;
    const memory = folder.remember({
      ...file,
      update: (alter) => {
        if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return file.update(alter);
      },
    });
    memory.change(add(first));
    isFull = true;
    expect(() => {
      memory.change(remove(first));
    }).toThrow(/ENOSPC/);
    isFull = false;
    folder.remember().change(add(second));
    expect(list(memory)).toEqual([second.origin]);
    memory.change(add({ ...second, origin: 'moz-extension://c' }));
    expect(list(folder.remember())).toEqual([second.origin, 'moz-extension://c']);
  });

  it('reads again as soon as the file can be read', () => {
    mkdirSync(folder.file, { recursive: true });
    const memory = folder.remember();
    expect(list(memory)).toEqual([]);
    rmSync(folder.file, { recursive: true });
    folder.remember().change(add(first));
    expect(list(memory)).toEqual([first.origin]);
  });
});
