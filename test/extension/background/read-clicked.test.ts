import { expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
Object.assign(browser, {
  scripting: {
    executeScript: ({ func, args }: { func: (...args: unknown[]) => unknown; args: unknown[] }) =>
      Promise.resolve([{ result: func(...args) }]),
  },
});
const { readLink } = await import('../../../extension/background/read-clicked.ts');

const url = 'https://example.org/';
const frame = { tabId: 1, frameId: 0 };

/** A page with links, as far as they are read; the focus is where it is told. */
function openPage(focused: object | null, ...links: object[]): void {
  vi.stubGlobal('document', { activeElement: focused, links });
}

/** A link that has the focus. */
function createLink(href: string, innerText: string): object {
  const link = { href, innerText, closest: () => link };
  return link;
}

test('of the links to an address the one with the focus was clicked, in a shadow root too', async () => {
  const [first, second] = [createLink(url, 'First'), createLink(url, 'Second')];
  openPage(second, first, second);
  expect(await readLink(frame, url)).toBe('Second');
  openPage({ shadowRoot: { activeElement: second } }, first);
  expect(await readLink(frame, url)).toBe('Second');
});

test('without the focus it is the first that shows text', async () => {
  openPage(
    null,
    createLink('https://example.org/else', 'Else'),
    createLink(url, ' '),
    createLink(url, 'Text'),
  );
  expect(await readLink(frame, url)).toBe('Text');
  openPage(null);
  expect(await readLink(frame, url)).toBe('');
});
