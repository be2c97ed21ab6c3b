import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a new extension opens by itself. */
export const welcomePage = 'extension/welcome/welcome.html';

/** Of the extensions here not all have it. */
export function hasWelcomePage(extension: string): boolean {
  return existsSync(join(extension, welcomePage));
}
