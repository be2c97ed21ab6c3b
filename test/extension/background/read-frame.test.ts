import { expect, test, vi } from 'vitest';
import type { WantedText } from '../../../extension/background/read-frame.ts';
import { secretFields } from '../../../extension/secret-fields.ts';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
Object.assign(browser, {
  scripting: {
    executeScript: ({ func, args }: { func: (...args: unknown[]) => unknown; args: unknown[] }) =>
      Promise.resolve([{ result: func(...args) }]),
  },
});
const { readFrames } = await import('../../../extension/background/read-frame.ts');

interface FakeField {
  isSecret?: boolean;
  textSecurity?: string;
  value?: string;
  innerText?: string;
  localName?: string;
  shadowRoot?: { activeElement: object };
}

/** An element, as far as it is looked at. */
function createField({ isSecret = false, ...field }: FakeField): object {
  return { matches: (selector: string) => isSecret && selector === secretFields, ...field };
}

/** A page with the focus on that element, and all of its text selected. */
function openPage(activeElement: object | null, { hasFocus = true } = {}): void {
  vi.stubGlobal('document', { activeElement, hasFocus: () => hasFocus });
  vi.stubGlobal('getSelection', () => 'selected');
  vi.stubGlobal('getComputedStyle', ({ textSecurity = 'none' }: FakeField) => ({
    webkitTextSecurity: textSecurity,
  }));
}

const password = createField({ isSecret: true, value: 'secret' });

test.each<[string, object | null, WantedText, string]>([
  ['a text field', createField({ value: 'Written', innerText: '' }), 'field', 'Written'],
  ['an editable part of the page', createField({ innerText: 'Written' }), 'field', 'Written'],
  ['nothing with the focus', null, 'field', ''],
  ['a selection', createField({ value: 'Written' }), 'selection', 'selected'],
  ['a selection without any focus', null, 'selection', 'selected'],
])('of %s all is read', async (_what, focused, wanted, text) => {
  openPage(focused);
  expect(await readFrames({ tabId: 1 }, wanted)).toEqual([{ text, keyboard: 'here', isSecret: false }]);
});

test.each<[string, object]>([
  ['a password', password],
  ['a password in a shadow root', createField({ shadowRoot: { activeElement: password } })],
  ['a field that its style hides', createField({ textSecurity: 'disc', value: 'secret' })],
])('of %s nothing is read, selected or not', async (_what, focused) => {
  openPage(focused);
  const nothing = [{ text: '', keyboard: 'here', isSecret: true }];
  expect(await readFrames({ tabId: 1 }, 'field')).toEqual(nothing);
  expect(await readFrames({ tabId: 1 }, 'selection')).toEqual(nothing);
});

test('a frame says where the keyboard is', async () => {
  openPage(createField({ localName: 'iframe' }));
  expect(await readFrames({ tabId: 1 }, 'selection')).toMatchObject([{ keyboard: 'inside' }]);
  openPage(createField({}), { hasFocus: false });
  expect(await readFrames({ tabId: 1 }, 'selection')).toMatchObject([{ keyboard: 'elsewhere' }]);
});
