import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The texts of all scripts and pages in folders of the project. */
export function listSources(folders: readonly string[], endings = /\.(?:ts|html)$/): string[] {
  return folders.flatMap((folder) => {
    const from = path.join(import.meta.dirname, '..', folder);
    const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) =>
      endings.test(file),
    );
    return files.map((file) => readFileSync(path.join(from, file), 'utf8'));
  });
}
