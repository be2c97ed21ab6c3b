import { getLanguage } from './find-language.ts';

/**
 * ISO 15924 code of the script a language is written in: the one its tag names, else the usual one. `Hans` and `Hant` only where the tag
 * decides between them, else `Hani`; `Jpan` and `Kore` as they are. Undefined for `und` and unknown languages.
 */
export function getScript(tag: string): string | undefined {
  const named = /-(\p{Lu}\p{Ll}{3})(?:-|$)/u.exec(tag)?.[1];
  if (named !== undefined) return named;
  if (/^zh$/i.test(tag)) return 'Hani';
  return getLanguage(tag)?.script;
}
