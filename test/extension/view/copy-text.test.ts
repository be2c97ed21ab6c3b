import { beforeEach, expect, test, vi } from 'vitest';
import { copyText } from '../../../extension/view/copy-text.ts';

const execCommand = vi.fn();
let page: EventTarget;
let clipboard: string;

beforeEach(() => {
  page = new EventTarget();
  clipboard = '';
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', { execCommand });
  vi.stubGlobal('navigator', {});
  execCommand.mockImplementation(copy);
});

/** What the browser does on the command: whatever a listener put in is copied, whoever it was. */
function copy(): boolean {
  const clipboardData = { setData: (_type: string, text: string) => (clipboard = text) };
  page.dispatchEvent(Object.assign(new Event('copy', { cancelable: true }), { clipboardData }));
  return true;
}

function takeOver(): void {
  page.addEventListener('copy', (event) => {
    clipboard = 'something else';
    event.stopImmediatePropagation();
  });
}

function offerInterface(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}

test('the text is on the clipboard, and what is copied later is left alone', async () => {
  expect(await copyText('Olá')).toBe(true);
  expect(clipboard).toBe('Olá');
  clipboard = '';
  copy();
  expect(clipboard).toBe('');
});

test('a page that puts something else there is no success', async () => {
  takeOver();
  expect(await copyText('Olá')).toBe(false);
});

test('where the command is taken over, the interface copies', async () => {
  takeOver();
  offerInterface((text) => Promise.resolve(void (clipboard = text)));
  expect(await copyText('Olá')).toBe(true);
  expect(clipboard).toBe('Olá');
});

test('a document of XML, which has no such command, is copied from by the interface', async () => {
  execCommand.mockImplementation(() => {
    throw new DOMException('only supported on HTML documents', 'InvalidStateError');
  });
  offerInterface((text) => Promise.resolve(void (clipboard = text)));
  expect(await copyText('Olá')).toBe(true);
  expect(clipboard).toBe('Olá');
});

test('where the interface is forbidden too, it says so', async () => {
  execCommand.mockReturnValue(false);
  offerInterface(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
  expect(await copyText('Olá')).toBe(false);
});
