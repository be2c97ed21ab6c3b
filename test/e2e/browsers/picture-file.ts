import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../node_modules/.cache/e2e');

/** Where a picture of that name goes: beside the other caches, never into the work tree. */
export function choosePictureFile(name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name.toLowerCase().replaceAll(/[^\da-z]+/g, '-')}.png`);
}
