/** Constructed style sheets are the only ones that no content security policy of a page forbids. */
export function createStyleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
