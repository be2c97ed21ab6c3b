import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import packageJson from '../../../package.json' with { type: 'json' };
import { zipFolder } from '../../../scripts/pack/zip-folder.ts';

const root = path.join(import.meta.dirname, '../../..');

/** Enough for a program that takes some seconds, on a machine that runs all other tests beside it. */
const patienceMs = 120_000;

const zipLimitBytes = 300_000;

/** Of all scripts together that are put into a page for a translation. */
const scriptLimitBytes = 45_000;

/** The one script for pages that has nothing to do with the overlay's: where the reader wants the icon beside selections. */
const watcherScript = 'extension/content/selection-watcher.js';

let temporary: string;
let packing: { status: number | null; output: string };

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'dragoman-pack-'));
  // Without the script before it, which would build anew under the other tests' feet.
  packing = run('npm', 'run', 'pack', '--ignore-scripts');
}, patienceMs);

afterAll(() => rm(temporary, { recursive: true }));

it('packs both extensions, and finds nothing that addons.mozilla.org would object to', () => {
  expect(packing.output).toMatch(/errors +0\s+notices +0\s+warnings +0\s/);
  expect(packing.status).toBe(0);
});

it(
  'fails when there is as little as a warning',
  async () => {
    const files = unzipSync(await zipFolder(path.join(root, 'dist/firefox')));
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    files['manifest.json'] = strToU8(manifest.replace('"storage"', '"storage", "no such permission"'));
    const zip = path.join(temporary, 'faulty.zip');
    await writeFile(zip, zipSync(files));

    const [, linter = ''] = packageJson.scripts.pack.split(' && ');
    const { output, status } = run('npx', ...linter.replace(/dist\/\S+/, zip).split(' '));

    expect(output).toMatch(/errors +0\s+notices +0\s+warnings +1\s/);
    expect(status).toBe(1);
  },
  patienceMs,
);

describe.each(['chromium', 'firefox'])('the zip for %s', (browser) => {
  const folder = path.join(root, 'dist', browser);
  const readZip = (): Promise<Buffer> =>
    readFile(path.join(root, 'dist', `dragoman-${browser}-${packageJson.version}.zip`));

  it('holds what was built and nothing else', async () => {
    const files = unzipSync(await readZip());
    const built = await readdir(folder, { recursive: true, withFileTypes: true });

    expect(Object.keys(files)).toHaveLength(built.filter((entry) => entry.isFile()).length);
    for (const [name, bytes] of Object.entries(files))
      expect((await readFile(path.join(folder, name))).equals(bytes), name).toBe(true);
  });

  it('has the manifest at its top, and shows pages nothing', async () => {
    const { 'manifest.json': manifest } = unzipSync(await readZip());

    expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).toMatchObject({
      version: packageJson.version,
    });
    expect(strFromU8(manifest ?? new Uint8Array())).not.toContain('web_accessible_resources');
  });

  it('has no source maps', async () => {
    const files = Object.entries(unzipSync(await readZip()));

    expect(files.filter(([name]) => name.endsWith('.map'))).toEqual([]);
    expect(files.filter(([, bytes]) => strFromU8(bytes, true).includes('sourceMappingURL'))).toEqual([]);
  });

  it('is small, and so are the scripts for pages', async () => {
    const zip = await readZip();
    const { [watcherScript]: watcher, ...files } = unzipSync(zip);
    const scripts = Object.entries(files).filter(([name]) => name.startsWith('extension/content/'));
    const scriptBytes = scripts.reduce((sum, [, { length }]) => sum + length, 0);

    expect(zip.length).toBeLessThan(zipLimitBytes);
    expect(scripts.map(([name]) => name)).toContain('extension/content/overlay.js');
    expect(scriptBytes).toBeLessThan(scriptLimitBytes);
    expect(watcher?.length).toBeLessThan(scriptLimitBytes);
  });

  it(
    'has the same bytes when all is built anew, elsewhere',
    async () => {
      const elsewhere = path.join(temporary, browser);
      const { output, status } = run('npx', 'vite', 'build', '--mode', browser, '--outDir', elsewhere);

      expect(status, output).toBe(0);
      expect((await readZip()).equals(await zipFolder(elsewhere))).toBe(true);
    },
    patienceMs,
  );
});

function run(command: string, ...words: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
