import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project's package.json: models and compiled worker are found from it, whether this runs compiled or from source. */
export function findPackageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}.`);
    folder = parent;
  }
  return folder;
}
