import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import manifest from '../../manifest.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'extension/icons')).filter((file) => file.endsWith('.png'));

it('ships the sizes that browsers show', () => {
  expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128']);
  expect(Object.keys(manifest.action.default_icon)).toEqual(['16', '32', '48']);
});

it('names each icon after its size, and ships no other', () => {
  for (const icons of [manifest.icons, manifest.action.default_icon])
    for (const [size, file] of Object.entries(icons)) expect(file).toBe(`extension/icons/${size}.png`);
  expect(files.toSorted()).toEqual(
    Object.keys(manifest.icons)
      .map((size) => `${size}.png`)
      .toSorted(),
  );
});

it.each(files)('%s has the size that its name says', (file) => {
  const png = readFileSync(join(root, 'extension/icons', file));

  // https://www.w3.org/TR/png-3/#11IHDR: the first chunk, after a signature of 8 bytes and its own length and name.
  expect(png.toString('latin1', 12, 16)).toBe('IHDR');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    Number.parseInt(file),
    Number.parseInt(file),
  ]);
});
