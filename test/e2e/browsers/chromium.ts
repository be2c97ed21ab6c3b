import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext } from 'playwright-core';
import { inject } from 'vitest';

import { createChromium, type ChromiumBrowser } from './chromium-browser.ts';
import { displaySize, openDisplay, type Display, type Size } from './display.ts';
import { hasWelcomePage } from './welcome-page.ts';

export interface ChromiumOptions {
  /** Ports on 127.0.0.1 that the browser takes for addresses on the public internet. */
  publicPorts?: number[];
  /** What the reader's system asks of pages and of the browser. Default: light. */
  colorScheme?: 'light' | 'dark';
  /** Of the window. Default: as large as the display. */
  size?: Size;
  /** Leaves the page for the first run open, which comes by itself; else it is closed. */
  keepsWelcome?: boolean;
}

/** Starts Chromium, on a display of its own, with the unpacked extension in that folder. */
export async function launchChromium(
  extension: string,
  options: ChromiumOptions = {},
): Promise<ChromiumBrowser> {
  const display = await openDisplay();
  const profile = await mkdtemp(join(tmpdir(), 'dragoman-chromium-'));
  let context: BrowserContext | undefined;
  const close = async () => {
    await context?.close();
    await display.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const opened = await openContext(profile, display, options);
    context = opened;
    const extensionOrigin = `chrome-extension://${await loadExtension(opened, extension)}`;
    const reloadExtension = () => loadExtension(opened, extension);
    const closesWelcome = options.keepsWelcome !== true && hasWelcomePage(extension);
    const parts = { context: opened, display, extensionOrigin, reloadExtension, close, closesWelcome };
    return await createChromium(parts);
  } catch (error) {
    await close();
    throw error;
  }
}

function openContext(
  profile: string,
  display: Display,
  { publicPorts = [], colorScheme = 'light', size = displaySize }: ChromiumOptions,
): Promise<BrowserContext> {
  const publicAddresses = publicPorts.map((port) => `127.0.0.1:${port}=public`);
  return chromium.launchPersistentContext(profile, {
    executablePath: inject('programs').chromium,
    headless: false,
    viewport: null,
    // Playwright would make the pages light, but not the popup dark.
    colorScheme: null,
    env: display.environment,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The debugger loads the extension, for Chrome, unlike Chromium, no longer obeys --load-extension.
      '--enable-unsafe-extension-debugging',
      '--window-position=0,0',
      `--window-size=${size.width},${size.height}`,
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      `--ip-address-space-overrides=${publicAddresses.join(',')}`,
    ],
  });
}

async function loadExtension(context: BrowserContext, folder: string): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('A launched context has a browser');
  const { id } = await session.send('Extensions.loadUnpacked', { path: folder });
  await session.detach();
  return id;
}
