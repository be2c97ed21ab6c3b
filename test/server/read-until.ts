import type { Readable } from 'node:stream';

/** Waits until what a program writes matches; then the rest is read and thrown away. Throws what was written when it ends before. */
export async function readUntil(output: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  let text = '';
  for await (const chunk of output.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const match = pattern.exec(text);
    if (!match) continue;
    output.resume();
    return match;
  }
  throw new Error(`The program ended: ${text}`);
}
