import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { findBuiltExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { startPageServer, type PageServer } from './browsers/page-server.ts';
import type { TestBrowser, TestPage } from './browsers/test-browser.ts';
import { browserNames } from './launch-product.ts';
import { startRecorder, type Recorder } from './start-recorder.ts';
import { useAddress, type AddressUse } from './use-address.ts';

/** Each is this very machine, so that only the browser can keep a request from it. */
const strangers = [
  { stranger: 'another address', host: '127.0.0.2', listensOn: '127.0.0.2' },
  { stranger: 'another name', host: 'other.test', listensOn: '127.0.0.1' },
];

/** What the browser calls the part of the policy that refuses. */
const refusals: [AddressUse, string][] = [
  ['fetch', 'connect-src'],
  ['XMLHttpRequest', 'connect-src'],
  ['EventSource', 'connect-src'],
  ['WebSocket', 'connect-src'],
  ['beacon', 'connect-src'],
  ['image', 'img-src'],
  ['style sheet', 'style-src-elem'],
  ['script', 'script-src-elem'],
  ['video', 'media-src'],
];
const navigationRefusals: [AddressUse, string][] = [
  ['frame', 'frame-src'],
  ['form', 'form-action'],
];

describe.each(browserNames)('in %s', (name) => {
  let browser: TestBrowser;
  let pages: PageServer;
  let own: TestPage;
  let ordinary: TestPage;

  beforeAll(async () => {
    pages = await startPageServer();
    const launch = name === 'chromium' ? launchChromium : launchFirefox;
    browser = await launch(findBuiltExtension(name));
    ordinary = await browser.openPage(pages.getUrl('article'));
    own = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);
  });

  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  describe.each(strangers)('$stranger', ({ host, listensOn }) => {
    let recorder: Recorder;

    beforeEach(async () => {
      recorder = await startRecorder(listensOn);
    });

    afterEach(() => recorder.close());

    test.each(refusals)('is refused to a page of the extension as %s', async (use, directive) => {
      expect(await own.evaluate(useAddress, { use, url: getUrl(host, recorder) })).toBe(directive);
      expect(await listAllThatCame()).toEqual(['/control']);
    });

    // Chromium opens a connection for these before it reads the policy, and then says nothing in it.
    test.each(navigationRefusals)('is refused to a page of the extension as %s', async (use, directive) => {
      expect(await own.evaluate(useAddress, { use, url: getUrl(host, recorder) })).toBe(directive);
      expect((await listAllThatCame()).filter((asked) => asked !== 'nothing')).toEqual(['/control']);
    });

    test('is refused to the background', async () => {
      expect(await fetchInBackground(browser, getUrl(host, recorder))).toBe('refused');
      expect(await listAllThatCame()).toEqual(['/control']);
    });

    test('is refused when this machine leads there', async () => {
      const loopback = await startRecorder('127.0.0.1', getUrl(host, recorder));

      expect(await fetchInBackground(browser, getUrl('127.0.0.1', loopback, 'leads-away'))).toBe('refused');
      expect(loopback.listConnections()).toEqual(['/leads-away']);
      expect(await listAllThatCame()).toEqual(['/control']);
      await loopback.close();
    });

    /** With the request of an ordinary page at the end: the address was there to be reached all the time. */
    async function listAllThatCame(): Promise<string[]> {
      const request = async (url: string) => (await fetch(url, { mode: 'no-cors' })).type;
      await ordinary.evaluate(request, getUrl(host, recorder, 'control'));
      return recorder.listConnections();
    }
  });

  test.each(['127.0.0.1', 'localhost'])(
    '%s is open to a page of the extension and the background',
    async (host) => {
      const recorder = await startRecorder(host);
      const request = async (url: string) => (await fetch(url)).text();

      expect(await own.evaluate(request, getUrl(host, recorder, 'page'))).toBe('/page');
      expect(await fetchInBackground(browser, getUrl(host, recorder, 'background'))).toBe('/background');
      await recorder.close();
    },
  );
});

function getUrl(host: string, { port }: Recorder, path = ''): string {
  return `http://${host}:${port}/${path}`;
}

function fetchInBackground(browser: TestBrowser, url: string): Promise<string> {
  return browser.inBackground(
    (background, address) =>
      background.fetch(address).then(
        (response) => response.text(),
        () => 'refused',
      ),
    url,
  );
}
