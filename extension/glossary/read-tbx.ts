import type { TbxConcept, TbxFile } from './tbx-terms.ts';

/**
 * Reads a file of ISO 30042: the `martif` of 2008 (TBX-Basic 2) or the `tbx` of 2019, in either of its styles. Undefined for any other.
 */
export function readTbx(text: string): TbxFile | undefined {
  const file = new DOMParser().parseFromString(withoutDeclaration(text), 'application/xml');
  const root = file.documentElement;
  const isTbx = ['martif', 'tbx'].includes(root.localName) && !file.querySelector('parsererror');
  if (!isTbx) return undefined;
  const concepts = [...root.querySelectorAll('termEntry, conceptEntry')].map(readConcept);
  return { mainLanguage: getLanguageOf(root), concepts };
}

/** The text is decoded already, and a DTD may not be fetched. */
function withoutDeclaration(text: string): string {
  return text
    .replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '')
    .replace(/^\s*<!DOCTYPE[^>[]*>/i, '')
    .trimStart();
}

function readConcept(concept: Element): TbxConcept {
  return [...concept.querySelectorAll('langSet, langSec')].map((section) => ({
    language: getLanguageOf(section),
    terms: [...section.querySelectorAll('term')]
      .map(({ textContent }) => textContent.trim())
      .filter((term) => term !== ''),
  }));
}

function getLanguageOf(element: Element): string {
  return element.getAttribute('xml:lang') ?? '';
}
