import polyfill, { type Browser } from 'webextension-polyfill';
import type { ChromiumOnly } from './native-browser.ts';

/** The browser's interface, the same in both browsers; what only Chromium has passes through. For all but the script in pages. */
export const browser: Browser & ChromiumOnly = polyfill;
