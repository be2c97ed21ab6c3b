import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { zipSync, type Zippable } from 'fflate';

/**
 * A zip of all files of a folder, with their names sorted and no times of their own. It is deflated in JavaScript: Node's own zlib gives other
 * bytes from version to version and from processor to processor.
 */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const name of await listFiles(folder)) files[name] = await readFile(path.join(folder, name));
  // The oldest time there is in a zip; zips hold local times, and so does this.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** By their paths within the folder, as zips write them. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
