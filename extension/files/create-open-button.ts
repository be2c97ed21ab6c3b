import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { decodeText } from './decode-text.ts';

/** Larger than anything that fits into the browser's storage. */
const maxBytes = 20_000_000;

/** What a button opens files for. */
export interface OpenButtonOptions {
  id: string;
  label: string;
  /** Endings and media types, as an `input` takes them. */
  accept: string;
  /** Gets the text; undefined when it can't be read. */
  onOpen: (text: string | undefined) => Promise<void>;
}

/** A button that opens a file of the reader's choice. */
export function createOpenButton({ id, label, accept, onOpen }: OpenButtonOptions): HTMLElement {
  const input = createElement('input', { id, type: 'file', accept, hidden: true });
  const button = createPlainButton(id, label);
  button.addEventListener('click', () => {
    input.click();
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void readFile(file).then(onOpen);
    // So that the same file can be chosen again.
    input.value = '';
  });
  return createElement('span', {}, button, input);
}

async function readFile(file: File): Promise<string | undefined> {
  if (file.size > maxBytes) return undefined;
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // It has gone, or may not be read.
    return undefined;
  }
}
