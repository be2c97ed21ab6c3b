import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import packageJson from '../../package.json' with { type: 'json' };
import { zipFolder } from './zip-folder.ts';

const dist = path.join(import.meta.dirname, '../../dist');

for (const browser of ['chromium', 'firefox']) {
  const name = `dragoman-${browser}-${packageJson.version}.zip`;
  const bytes = await zipFolder(path.join(dist, browser));
  await writeFile(path.join(dist, name), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`dist/${name}: ${bytes.length} bytes, SHA-256 ${hash}`);
}
