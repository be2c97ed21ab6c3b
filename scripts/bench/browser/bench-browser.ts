import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { providePrograms } from '../../programs/provide-programs.ts';
import { startServer } from '../processes/start-process.ts';
import type { Bench } from '../questions/question.ts';
import { openBenchDisplay, type BenchDisplay } from './bench-display.ts';
import { servePage } from './serve-page.ts';

const extension = path.join(import.meta.dirname, '../../../dist/chromium');

/** Chromium with the built extension, on a page of 10,000 elements of which the text is selected. */
export interface BenchBrowser {
  browser: Browser;
  page: Page;
  display: BenchDisplay;
  /** Ends the extension's background, as the browser does after half a minute without work. */
  putToSleep(): Promise<void>;
}

/** What is translated, and how fast the fake engine does that: the name of its model. */
export interface Reading {
  text: string;
  model: string;
}

/** Starts all that, asks it something, and ends it again, also when the start or the question fails. */
export async function withBrowser<Answer>(
  { fake }: Bench,
  { text, model }: Reading,
  ask: (browser: BenchBrowser) => Promise<Answer>,
): Promise<Answer> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const site = await servePage(text);
    ends.push(() => site.close());
    const display = await openBenchDisplay();
    ends.push(() => display.close());
    const profile = await mkdtemp(path.join(tmpdir(), 'dragoman-bench-'));
    ends.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const context = await openContext(profile, display);
    ends.push(() => context.close());
    const browser = context.browser();
    if (!browser) throw new Error('A launched context has a browser.');
    const origin = await loadExtension(browser);
    const flags = ['--allow-origin', origin, '--model', model, '--checks', 'off'];
    const server = await startServer(fake, { flags });
    ends.push(() => server.stop());
    await saveSettings(context, `${origin}/extension/options/options.html`, server.url);
    const page = await openPage(context, site.url);
    return await ask({ browser, page, display, putToSleep: () => stopWorker(browser, origin) });
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

function openContext(profile: string, { environment }: BenchDisplay): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: providePrograms(['chromium']).chromium,
    headless: false,
    viewport: null,
    env: environment,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
      ...['--enable-unsafe-extension-debugging', '--window-position=0,0', '--window-size=1280,900'],
    ],
  });
}

async function loadExtension(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: extension });
  await session.detach();
  return `chrome-extension://${id}`;
}

async function saveSettings(context: BrowserContext, optionsUrl: string, serverUrl: string): Promise<void> {
  const settings = { server: new URL(serverUrl).host, target: 'pt' };
  const page = await context.newPage();
  await page.goto(optionsUrl);
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify(settings)})`);
  await page.close();
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  // The page for the first run, and the empty one.
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.bringToFront();
  await page.evaluate(`getSelection().selectAllChildren(document.querySelector('#text'))`);
  return page;
}

async function stopWorker(browser: Browser, origin: string): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}
