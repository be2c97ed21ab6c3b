import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { minify } from 'terser';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

/** Under this id Firefox keeps the extension's settings and permissions over updates. */
const firefoxId = 'dragoman@localhost';

/** The scripts that are injected into pages; the background names them, nothing imports them. */
const contentSources = ['extension/content/overlay.ts', 'extension/content/selection-watcher.ts'];

/** The first that knows data_collection_permissions on every system; on a desktop 140 does. */
const oldestFirefox = '142';

const shrinking = { ecma: 2020, compress: { passes: 3 } } as const;

const panelPage = manifest.side_panel.default_path;

export default defineConfig(({ mode }) => {
  if (mode === 'chromium') return extensionConfig('chromium', getChromiumManifest());
  if (mode === 'firefox') return extensionConfig('firefox', getFirefoxManifest());
  if (mode === 'pages') return pagesConfig();
  return {};
});

function getChromiumManifest(): object {
  return { ...manifest, version: packageJson.version };
}

function getFirefoxManifest(): object {
  const { key, minimum_chrome_version, side_panel, permissions, background, ...common } = manifest;
  return {
    ...common,
    version: packageJson.version,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    background: { scripts: [background.service_worker], type: 'module' },
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: manifest.name,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: `${oldestFirefox}.0`,
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

function extensionConfig(browser: 'chromium' | 'firefox', browserManifest: object): UserConfig {
  return {
    publicDir: 'extension/public',
    plugins: [
      crx({
        manifest: browserManifest as ManifestV3Export,
        browser: browser === 'firefox' ? 'firefox' : 'chrome',
      }),
      tidyBundle(),
    ],
    build: {
      outDir: `dist/${browser}`,
      target: [`chrome${manifest.minimum_chrome_version}`, `firefox${oldestFirefox}`],
      modulePreload: false,
      // crxjs finds pages in the manifest, but not Firefox's sidebar, nor what the background opens.
      rolldownOptions: {
        input: {
          panel: panelPage,
          'all-sites': 'extension/all-sites/all-sites.html',
          'refused-site': 'extension/refused-site/refused-site.html',
          welcome: 'extension/welcome/welcome.html',
          history: 'extension/history/history.html',
        },
      },
    },
  };
}

/**
 * crxjs lists what it injects as web-accessible, by which any page could recognise the extension: only `scripting` needs the file. It
 * also leaves an unused module copy of each content script behind.
 */
function tidyBundle(): Plugin {
  return {
    name: 'tidy-bundle',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const emitted = bundle['manifest.json'];
        if (emitted?.type !== 'asset') throw new Error('crxjs emitted no manifest.json');
        const { web_accessible_resources, ...rest } = JSON.parse(String(emitted.source)) as Record<
          string,
          unknown
        >;
        emitted.source = JSON.stringify(rest, null, 2);
        for (const source of contentSources) {
          removeCopies(bundle, source);
          await shrink(bundle[getScript(source)]);
        }
      },
    },
  };
}

function removeCopies(bundle: Rolldown.OutputBundle, source: string): void {
  const script = getScript(source);
  if (!(script in bundle)) throw new Error(`crxjs emitted no ${script}`);
  for (const [name, output] of Object.entries(bundle)) {
    const isCopy = output.type === 'chunk' && output.facadeModuleId?.endsWith(source);
    if (isCopy && name !== script) Reflect.deleteProperty(bundle, name);
  }
}

function getScript(source: string): string {
  return source.replace(/ts$/, 'js');
}

/** A second minifier after Vite's own: what goes into other people's pages is to be as small as can be. */
async function shrink(script: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): Promise<void> {
  if (script?.type === 'chunk') script.code = (await minify(script.code, shrinking)).code ?? script.code;
  else if (script) script.source = (await minify(String(script.source), shrinking)).code ?? script.source;
}

/** The pages that the server serves, under `/pages/`: every HTML file in server/pages, with its scripts and styles. */
function pagesConfig(): UserConfig {
  const root = 'server/pages';
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  return {
    root,
    base: '/pages/',
    publicDir: false,
    build: {
      outDir: join(import.meta.dirname, 'dist/server/pages'),
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  };
}
