/** What JSON stands for; undefined for what is none: the parser's own error quotes the text, so it goes no further. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
