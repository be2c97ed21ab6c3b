import { afterEach } from 'vitest';

import type { TestBrowser } from './test-browser.ts';

/** Adds to the message of every test that fails in this file a picture of what the browser showed then. */
export function pictureFailures(getBrowser: () => TestBrowser): void {
  afterEach(async ({ task }) => {
    const [error] = task.result?.errors ?? [];
    if (!error) return;
    const browser = getBrowser();
    error.message += `\nSee ${await browser.takePicture(`failed ${browser.name} ${task.name}`)}`;
  });
}
