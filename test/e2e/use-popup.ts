import type { TestBrowser } from './browsers/test-browser.ts';
import { waitFor } from './browsers/wait-for.ts';

/** Types a text into the open popup and asks for its translation by keyboard. */
export async function translateInPopup(browser: TestBrowser, text: string): Promise<void> {
  await browser.typeInPopup(text);
  await waitForPopupText(browser, text);
  await browser.pressKeyInPopup('Control+Enter');
}

/** Waits until the text box has that text. */
export async function waitForPopupText(browser: TestBrowser, text: string): Promise<void> {
  await waitFor('the popup to have the text', async () => {
    const read = ({ document }: Window) => document.querySelector('textarea')?.value;
    return (await browser.inPopup(read)) === text;
  });
}

/** Waits until the translation in the popup is in that state. */
export async function waitForPopup(browser: TestBrowser, state: string): Promise<void> {
  await waitFor(`the popup to be ${state}`, async () => {
    const read = ({ document }: Window) => document.querySelector<HTMLElement>('.view')?.dataset['state'];
    return (await browser.inPopup(read)) === state;
  });
}

/** Text of the first element in the popup that matches. */
export function readPopup(browser: TestBrowser, selector: string): Promise<string | null | undefined> {
  return browser.inPopup(({ document }, path) => document.querySelector(path)?.textContent, selector);
}

export function clickInPopup(browser: TestBrowser, action: string): Promise<void> {
  return browser.inPopup(({ document }, name) => {
    document.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click();
  }, action);
}

/** Waits until the popup was closed by whatever happened. */
export async function waitForNoPopup(browser: TestBrowser): Promise<void> {
  await waitFor('the popup to close', () =>
    browser.inExtension(({ extension }) => extension.getViews({ type: 'popup' }).length === 0),
  );
}

/** The same for a text of several lines, which can't be typed. */
export async function translateLinesInPopup(browser: TestBrowser, text: string): Promise<void> {
  await browser.inPopup(({ document, Event }, lines) => {
    const source = document.querySelector('textarea');
    if (!source) return;
    source.value = lines;
    source.dispatchEvent(new Event('input'));
  }, text);
  await clickInPopup(browser, 'translate');
}

/** Chooses in a list of the popup. */
export function chooseInPopup(browser: TestBrowser, selector: string, value: string): Promise<void> {
  return browser.inPopup(
    ({ document, Event }, [path, chosen]) => {
      const select = document.querySelector<HTMLSelectElement>(path);
      if (select) select.value = chosen;
      select?.dispatchEvent(new Event('change'));
    },
    [selector, value] as const,
  );
}

/** Waits until the popup shows such a translation. */
export async function waitForPopupTranslation(browser: TestBrowser, pattern: RegExp): Promise<void> {
  await waitFor(`the popup to show ${String(pattern)}`, async () =>
    pattern.test((await readPopup(browser, '.text')) ?? ''),
  );
}
