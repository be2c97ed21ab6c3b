import { createElement } from '../view/create-element.ts';

/** A file to be saved. */
export interface TextFile {
  name: string;
  /** Its media type. */
  type: string;
  text: string;
}

/** Has the browser save a file, and returns whether it took it. */
export function saveFile({ name, type, text }: TextFile): boolean {
  let url: string;
  try {
    url = URL.createObjectURL(new Blob([text], { type }));
  } catch {
    // There is no memory left for it.
    return false;
  }
  createElement('a', { href: url, download: name }).click();
  // Not at once: the browser may only be about to read it.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
  return true;
}
