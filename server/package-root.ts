import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project's package.json: what is shipped beside the code is found from it, whether this runs compiled or from source. */
export const packageRoot = findPackageRoot(import.meta.dirname);

function findPackageRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}.`);
  return findPackageRoot(parent);
}
