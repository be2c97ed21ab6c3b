/**
 * A string on one line, for a place in a prompt that ends with its line: what a page writes there can't begin a line of its own that looks like
 * ours. White space at the ends goes too.
 */
export function toOneLine(string: string): string {
  return string.trim().replace(/[\s\u0085]+/gu, ' ');
}
