/** An event to write; `data` may hold line breaks, `event` and `id` may not. Without `event` readers take it for a `message`. */
export interface OutgoingEvent {
  event?: string;
  id?: string;
  data: string;
}

/** How lines end: `\n` everywhere but in the original interface, which has always sent `\r\n`. */
export type LineEnd = '\n' | '\r\n';

/**
 * One event in the format of WHATWG HTML, section 9.2.5 "Parsing an event stream". The space after each colon is always written:
 * a reader removes exactly one, so data that begins with a space stays whole. CRLF, CR and LF in data all end a line there and come
 * back as LF; nothing else does (not U+2028, U+2029 or U+0085).
 */
export function writeEvent({ event, id, data }: OutgoingEvent, lineEnd: LineEnd = '\n'): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
  if (id !== undefined) lines.unshift(`id: ${id}`);
  if (event !== undefined) lines.unshift(`event: ${event}`);
  return lines.join(lineEnd) + lineEnd + lineEnd;
}

/** A comment: readers ignore it, but it keeps proxies and idle limits from closing a quiet stream. */
export function writeComment(text: string, lineEnd: LineEnd = '\n'): string {
  return `: ${text}${lineEnd}${lineEnd}`;
}
