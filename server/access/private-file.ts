import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import process from 'node:process';

/** What a file that the user alone may read and change holds, and whether others could until now. */
export interface PrivateContent {
  content: string;
  wasOpen: boolean;
}

/** Where a name is not the file it should be: no error of the disk's, but as good a reason. */
class UntrustedFileError extends Error {}

/**
 * Undefined when there is none. A file that others could read or change is closed to them. Throws what the disk says, and `UntrustedFileError`
 * for what another user put there: a link to some other file, a pipe that nobody writes into, a file of his own.
 */
export function readPrivateFile(path: string): PrivateContent | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  try {
    const { mode, uid } = fstatSync(file);
    if ((mode & constants.S_IFMT) === constants.S_IFDIR) throw new UntrustedFileError('it is a folder');
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw new UntrustedFileError('it is no plain file');
    if (!isTrusted(uid)) throw new UntrustedFileError('it belongs to another user');
    const wasOpen = hasUsers() && (mode & 0o077) !== 0;
    if (wasOpen) fchmodSync(file, 0o600);
    return { content: readFileSync(file, 'utf8'), wasOpen };
  } finally {
    closeSync(file);
  }
}

/** Replaces a file whole, with mode 0600: a reader, another process too, sees the old or the new one and never a part. */
export function replacePrivateFile(path: string, content: string): void {
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, content, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Another one as soon as the file is another one: `replacePrivateFile` makes a new inode. Throws what the disk says. */
export function getFileStamp(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? [stats.dev, stats.ino, stats.mtimeNs, stats.size].join(' ') : 'absent';
}

/** Whether other users of the machine can put files there; false where that cannot be known, as when there is no such folder. */
export function isOpenFolder(folder: string): boolean {
  try {
    return hasUsers() && (statSync(folder).mode & 0o022) !== 0;
  } catch {
    return false;
  }
}

/** The file itself, never what a link points to; without waiting for the other end of a pipe. */
function openIfThere(path: string): number | undefined {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants>;
  try {
    return openSync(path, (O_RDONLY ?? 0) | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP') throw new UntrustedFileError('it is a symbolic link');
    throw error;
  }
}

function isTrusted(owner: number): boolean {
  return !hasUsers() || owner === process.getuid?.() || owner === 0;
}

/** Windows knows other rights, which Node shows as made-up modes. */
function hasUsers(): boolean {
  return process.getuid !== undefined;
}
