import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccessListFile, type AccessListFile } from '../../../server/access/access-list-file.ts';
import { AccessMemory } from '../../../server/access/access-memory.ts';

/** A data folder that is not there yet, two levels deep in one that is. */
export interface DataFolder {
  root: string;
  path: string;
  /** Where the list is kept in it. */
  file: string;
  /** All that anybody was warned of. */
  warnings: string[];
  open(): AccessListFile;
  /** As a server has it; of this file, unless told otherwise. */
  remember(file?: AccessListFile): AccessMemory;
  /** Puts content there, as whoever edits the file. */
  put(content: string): void;
  remove(): void;
}

export function createDataFolder(): DataFolder {
  const root = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  const folder = path.join(root, 'deep', 'data');
  const file = path.join(folder, 'paired-extensions.json');
  const warnings: string[] = [];
  const warn = (sentence: string): void => void warnings.push(sentence);
  const open = (): AccessListFile => createAccessListFile(folder, warn);
  return {
    root,
    path: folder,
    file,
    warnings,
    open,
    remember: (one = open()) => new AccessMemory(one, warn),
    put(content) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, content, { mode: 0o600 });
    },
    remove() {
      rmSync(root, { recursive: true });
    },
  };
}
