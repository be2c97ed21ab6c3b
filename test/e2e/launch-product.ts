import { findBuiltExtension } from './browsers/built-extension.ts';
import type { ChromiumBrowser } from './browsers/chromium-browser.ts';
import { launchChromium, type ChromiumOptions } from './browsers/chromium.ts';
import { launchFirefox, type FirefoxOptions } from './browsers/firefox.ts';
import { startPageServer, type PageServer } from './browsers/page-server.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { BrowserName, TestBrowser } from './browsers/test-browser.ts';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** All that a reader has: a browser with the extension in it, the server, and pages to read. */
export interface Product<Browser extends TestBrowser = TestBrowser> {
  browser: Browser;
  server: RunningDragoman;
  pages: PageServer;
  /** The same pages, on what Chromium takes for the public internet; there `public.test` is a name for it. */
  publicPages: PageServer;
  close: () => Promise<void>;
}

/** Default: the one that is built. */
interface ExtensionChoice {
  /** Its folder. */
  extension?: string;
}

/** Starts everything; the extension translates into Portuguese, by the server and allowed to. `flags` are the server's. */
export function launchProduct(name: BrowserName, ...flags: string[]): Promise<Product> {
  if (name === 'chromium') return launchChromiumProduct({}, ...flags);
  return launchFirefoxProduct({}, ...flags);
}

export function launchFirefoxProduct(
  { extension = findBuiltExtension('firefox'), ...options }: FirefoxOptions & ExtensionChoice,
  ...flags: string[]
): Promise<Product> {
  return startProduct(() => launchFirefox(extension, options), flags);
}

export function launchChromiumProduct(
  { extension = findBuiltExtension('chromium'), ...options }: ChromiumOptions & ExtensionChoice,
  ...flags: string[]
): Promise<Product<ChromiumBrowser>> {
  const launch = ({ port }: PageServer) => launchChromium(extension, { ...options, publicPorts: [port] });
  return startProduct(launch, flags);
}

export function saveSettings(
  browser: TestBrowser,
  settings: Record<string, string | boolean>,
): Promise<void> {
  return browser.inExtension((api, changed) => api.storage.local.set(changed), settings);
}

async function startProduct<Browser extends TestBrowser>(
  launch: (publicPages: PageServer) => Promise<Browser>,
  flags: string[],
): Promise<Product<Browser>> {
  const pages = await startPageServer();
  const publicPages = await startPageServer();
  const browser = await launch(publicPages);
  const server = await startDragoman('--allow-origin', browser.extensionOrigin, ...flags);
  await saveSettings(browser, { server: `127.0.0.1:${server.port}`, target: 'pt' });
  const close = async () => {
    await browser.close();
    await server.stop();
    await pages.close();
    await publicPages.close();
  };
  return { browser, server, pages, publicPages, close };
}
