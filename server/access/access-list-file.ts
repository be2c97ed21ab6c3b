import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { emptyAccessList, formatAccessList, parseAccessList, type AccessList } from './access-list.ts';
import { withFileLock } from './file-lock.ts';
import { getFileStamp, isOpenFolder, readPrivateFile, replacePrivateFile } from './private-file.ts';

export interface AccessListFile {
  readonly path: string;
  /** Another one after each change, by whichever process. Throws what the disk says. */
  getStamp(): string;
  /** Nobody when there is no file; undefined when it is none of ours: that one is set aside, with a warning. Throws what the disk says. */
  read(): AccessList | undefined;
  /** Changes what the file says now, and tells what it says then. Throws what `alter` throws, or the disk says. */
  update(alter: (list: AccessList | undefined) => AccessList): AccessList;
}

/**
 * The memory of who may call, in the data folder, shared by all servers on it. It is a few lines long and touched when a person clicks, so
 * reading waits for the disk.
 */
export function createAccessListFile(dataDir: string, warn: (sentence: string) => void): AccessListFile {
  const file = path.join(dataDir, 'paired-extensions.json');

  function setAside(): void {
    const aside = `${file}.unreadable-${randomUUID()}`;
    renameSync(file, aside);
    warn(
      `The list of who may call could not be understood and was moved to ${aside}; look at the page /pair whether somebody must be allowed again.`,
    );
  }

  function read(): AccessList | undefined {
    const found = readPrivateFile(file);
    if (found === undefined) return emptyAccessList;
    const list = parseAccessList(found.content);
    if (!list) setAside();
    else if (found.wasOpen) {
      warn(
        `Other users of this machine could read or change ${file}, which is put right now; look at the page /pair whether it allows only whom you allowed.`,
      );
    }
    return list;
  }

  return {
    path: file,
    getStamp: () => getFileStamp(file),
    read,
    update(alter) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      return withFileLock(file, () => {
        const list = alter(read());
        replacePrivateFile(file, formatAccessList(list));
        return list;
      });
    },
  };
}

/** Warns of a data folder in which every user of the machine could put a list of his own. */
export function warnOfOpenFolder(dataDir: string, warn: (sentence: string) => void): void {
  if (isOpenFolder(dataDir))
    warn(
      `Other users of this machine can put files into ${dataDir}, where it is kept who may call; close it to them.`,
    );
}
