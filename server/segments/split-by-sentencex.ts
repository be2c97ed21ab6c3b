import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, segment } from 'sentencex-wasm';

let isLoaded = false;

/**
 * Cuts a text into sentences with Wikimedia's sentencex. They are to be looked for in the text: blank lines are missing from them. The text
 * must be short, because each open quotation mark is compared with all behind it, and well-formed. A language that it has no rules for is cut
 * by those of English. The first call loads 2 MB of WebAssembly, which takes 60 ms.
 */
export function splitBySentencex(text: string, language: string): string[] {
  if (!isLoaded) {
    const file = createRequire(import.meta.url).resolve('sentencex-wasm');
    initSync({ module: readFileSync(file.replace(/\.js$/, '_bg.wasm')) });
    isLoaded = true;
  }
  return segment(language, text) as string[];
}
