/** Text that is HTML already; only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

/** A template whose values are escaped unless they came out of this function; good for content and for quoted attributes. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const parts = values.map((value) => renderValue(value));
  return { markup: String.raw({ raw: strings }, ...parts) };
}

function renderValue(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
