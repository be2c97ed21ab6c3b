import { expect, test } from 'vitest';
import { decidePlace, type PlaceFacts } from '../../../extension/background/decide-place.ts';

const page = 'https://example.org/';

test.each<[string, string, Partial<PlaceFacts>]>([
  ['a page', 'overlay', {}],
  ['a page without https', 'overlay', { tabUrl: 'http://example.org/' }],
  ['a file', 'overlay', { tabUrl: 'file:///tmp/a.html' }],
  ['a PDF, where Chromium lets scripts in', 'overlay', { tabUrl: 'https://example.org/a.pdf' }],
  [
    'a page of Chromium, of which only the menu tells',
    'panel',
    { tabUrl: undefined, pageUrl: 'chrome://version/' },
  ],
  ['a page of Chromium, by the shortcut', 'panel', { tabUrl: undefined, pageUrl: undefined }],
  ['a page that Chromium hides behind a web address', 'panel', { tabUrl: undefined, pageUrl: page }],
  ['the shop of Chromium', 'panel', { tabUrl: 'https://chromewebstore.google.com/detail/x' }],
  ['the source of a page', 'panel', { tabUrl: `view-source:${page}` }],
  ['another extension', 'panel', { tabUrl: 'chrome-extension://abc/page.html' }],
  ['something that is no address', 'panel', { tabUrl: 'nonsense' }],
  ['a page of a browser without a panel', 'overlay', { hasPanel: false }],
  ['a browser page, without a panel', 'window', { hasPanel: false, tabUrl: 'chrome://version/' }],
  ['a page of Firefox', 'overlay', { browser: 'firefox' }],
  [
    'a page of Firefox, told of by the menu',
    'overlay',
    { browser: 'firefox', tabUrl: undefined, pageUrl: page },
  ],
  ['an own page of Firefox', 'panel', { browser: 'firefox', tabUrl: 'about:config' }],
  ['the reader view of Firefox', 'panel', { browser: 'firefox', tabUrl: `about:reader?url=${page}` }],
  ['the shop of Firefox', 'panel', { browser: 'firefox', tabUrl: 'https://addons.mozilla.org/en/' }],
  ['the shop of Firefox, seen in Chromium', 'overlay', { tabUrl: 'https://addons.mozilla.org/en/' }],
])('on %s the translation is shown in the %s', (_where, place, facts) => {
  expect(decidePlace({ tabUrl: page, pageUrl: page, browser: 'chromium', hasPanel: true, ...facts })).toBe(
    place,
  );
});
