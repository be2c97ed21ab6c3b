/** What a spreadsheet would run as a formula, also behind white space, and in the wide letters of East Asia. */
const formulaStart = /^'*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** In front of fields with which a spreadsheet would do something else than show them. */
const armed = /^'+(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Stands at the beginning of a file of CSV; without it a spreadsheet takes the file for another encoding. */
export const csvMark = '\ufeff';

/** Rows as CSV by RFC 4180, every field in quotes. An apostrophe before what a spreadsheet would run makes it text. Pure. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((field) => quote(disarm(field))).join(',')}\r\n`).join('');
}

/** A field in quotes. */
export function quote(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

/**
 * The rows of a CSV file: RFC 4180, and what spreadsheets make of it: a mark at the beginning, semicolons or tabs between fields, a first line
 * `sep=;`, line breaks of any kind, and apostrophes before what looks like a formula. Lines without a letter are no rows. Pure.
 */
export function parseCsv(written: string): string[][] {
  const text = written.replace(/^\ufeff/, '');
  const told = /^sep=(?<separator>.)(?:\r\n|\r|\n|$)/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const separator = told?.groups?.['separator'] ?? guessSeparator(body);
  return readRows(body, separator).filter((row) => row.some((field) => field !== ''));
}

/** The one that the first line has most of, outside quotes; texts have commas too. */
function guessSeparator(text: string): string {
  const bare = text.replaceAll(/(^|[,;\t\r\n])"[^"]*(?:""[^"]*)*"/g, '$1');
  const [line = ''] = bare.split(/[\r\n]/, 1);
  const count = (separator: string): number => line.split(separator).length;
  const best = ['\t', ';', ','].reduce((first, one) => (count(one) > count(first) ? one : first));
  return count(best) > 1 ? best : ',';
}

function readRows(text: string, separator: string): string[][] {
  // A field in quotes, or one without; then what ends it. In the second a quote is a character like any other.
  const end = separator === '\t' ? String.raw`\t` : `[${separator}]`;
  const field = new RegExp(
    String.raw`(?:"([^"]*(?:""[^"]*)*)"|)((?:(?!${end})[^\r\n])*)(${end}|\r\n|\r|\n|$)`,
    'gy',
  );
  const rows: string[][] = [[]];
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, bare = '', ending = ''] = match;
    rows.at(-1)?.push(rearm((quoted ?? '').replaceAll('""', '"') + bare));
    if (ending === '') break;
    if (ending !== separator) rows.push([]);
  }
  return rows;
}

function disarm(field: string): string {
  return formulaStart.test(field) ? `'${field}` : field;
}

function rearm(field: string): string {
  return armed.test(field) ? field.slice(1) : field;
}
