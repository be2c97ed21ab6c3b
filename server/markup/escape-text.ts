/**
 * Text as HTML that holds nothing but text. NUL becomes what the HTML standard makes of it elsewhere: in text parsers drop it, some take it for
 * something else first, and a text of nothing else would be none.
 */
export function escapeText(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that such HTML stands for; quotes too, which an engine may escape as well. */
export function unescapeText(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '');
}

/** White space as browsers show it: as one space, however much there is and whatever the lines are. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ');
}
