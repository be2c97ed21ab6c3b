import type { TestBrowser, TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';

export async function openOptions(browser: TestBrowser): Promise<TestPage> {
  const page = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);
  await waitForElement(page, '#backup');
  return page;
}

/** Clicks as a reader does, who scrolls down to it, and sees it stand still: what the server says may make room for itself. */
export async function clickOption(page: TestPage, selector: string): Promise<void> {
  let last = '';
  await waitFor(`${selector} to stand still`, async () => {
    await page.inDocument((root, wanted) => {
      root.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, selector);
    const before = last;
    last = JSON.stringify((await waitForElement(page, selector)).box);
    return last === before;
  });
  await clickElement(page, selector);
}

/** Chooses a value in a list. */
export async function chooseOption(page: TestPage, selector: string, value: string): Promise<void> {
  await waitForElement(page, selector);
  await page.inDocument(
    (root, [wanted = '', chosen = '']) => {
      const select = root.querySelector<HTMLSelectElement>(wanted);
      if (!select) throw new Error(`There is no ${wanted}`);
      select.value = chosen;
      for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    },
    [selector, value],
  );
}

/** Gives a file to the field of that id, as the reader's choice in the browser's own window. */
export async function giveFile(page: TestPage, id: string, text: string): Promise<void> {
  await waitForElement(page, `#${id}`);
  await page.inDocument(
    (root, [field = '', content = '']) => {
      const input = root.querySelector<HTMLInputElement>(`#${field}`);
      if (!input) throw new Error(`There is no #${field}`);
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], 'file'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [id, text],
  );
}

/** Clicks, and resolves to the text of the file that is saved then. */
export async function takeFile(page: TestPage, selector: string): Promise<string> {
  await waitForElement(page, selector);
  return page.inDocument(async (root, wanted) => {
    const create = URL.createObjectURL.bind(URL);
    const saved = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (file) => {
        URL.createObjectURL = create;
        resolve(file as Blob);
        return 'javascript:';
      };
    });
    root.querySelector<HTMLElement>(wanted)?.click();
    const bytes = await (await saved).arrayBuffer();
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }, selector);
}

/** Resolves once what is stored fits. */
export async function waitForStored(browser: TestBrowser, name: string, value: unknown): Promise<void> {
  let last: unknown;
  await waitFor(`${name} to be stored`, async () => {
    last = await browser.inExtension(async (api, key) => (await api.storage.local.get(key))[key], name);
    return JSON.stringify(last) === JSON.stringify(value);
  }).catch((error: unknown) => {
    throw new Error(`${name} is ${JSON.stringify(last)}`, { cause: error });
  });
}
