import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const fake = installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
const { getActiveElement } = await import('../../../extension/content/shadow-root.ts');

const inner = { namespaceURI: 'http://www.w3.org/1999/xhtml' };
const root = { activeElement: inner, contains: () => true };
const openOrClosedShadowRoot = vi.fn();
Object.assign(browser, { dom: { openOrClosedShadowRoot } });

beforeEach(() => {
  fake.isAlive = true;
  openOrClosedShadowRoot.mockReset();
});

/** A document whose focus is in the shadow root of an element. */
function focusIn(shadowRoot: object | null): Document {
  return { activeElement: { ...inner, shadowRoot } } as unknown as Document;
}

test('the focus is found inside closed shadow roots', () => {
  openOrClosedShadowRoot.mockReturnValueOnce(root);
  expect(getActiveElement(focusIn(null))).toBe(inner);
});

test('a script that outlived its extension goes on with the open ones', () => {
  fake.isAlive = false;
  openOrClosedShadowRoot.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  const closed = focusIn(null);
  expect(getActiveElement(closed)).toBe(closed.activeElement);
  expect(getActiveElement(focusIn(root))).toBe(inner);
});
