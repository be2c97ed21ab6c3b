import { isWhole, type Term } from './glossary.ts';

/** What XML 1.0 has no way to write. */
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/**
 * The whole terms as TBX-Basic 2 (ISO 30042:2008), which more programs read than the newer one. Nobody knows in which language the terms are:
 * `und`. `target`: tag of the one that they go into. Pure.
 */
export function writeTbx(terms: readonly Term[], target: string): string {
  const entries = terms
    .filter(isWhole)
    .map(({ source, target: translation }, index) =>
      [
        `      <termEntry id="t${index + 1}">`,
        writeSection('und', source),
        writeSection(target, translation),
        '      </termEntry>',
      ].join('\n'),
    );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<martif type="TBX-Basic" xml:lang="und">',
    '  <martifHeader>',
    '    <fileDesc><sourceDesc><p>Dragoman</p></sourceDesc></fileDesc>',
    '  </martifHeader>',
    '  <text>',
    '    <body>',
    ...entries,
    '    </body>',
    '  </text>',
    '</martif>',
    '',
  ].join('\n');
}

function writeSection(language: string, term: string): string {
  return `        <langSet xml:lang="${language}"><tig><term>${escape(term)}</term></tig></langSet>`;
}

function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>\r]/g, (letter) => escapes[letter] ?? letter);
}
