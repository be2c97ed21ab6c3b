import { fixedParts, mayHave } from '../languages/fixed-parts.ts';
import type { Check } from './check.ts';
import { listDifference } from './list-difference.ts';

/**
 * Whether the places that a program fills (`{0}`, `{{name}}`, `%s`, `${x}`) and numbered tags are in the translation as often as in the source. Their order
 * is the language's.
 */
export const checkPlaceholders: Check = ({ source, translation }) => {
  const wanted = listPlaceholders(source);
  const found = listPlaceholders(translation);
  const wrong = [...listDifference(wanted, found), ...listDifference(found, wanted)];
  if (wrong.length === 0) return undefined;
  const list = [...new Set(wrong)].slice(0, 10).join(' ');
  return {
    check: 'placeholders',
    message: 'A placeholder of the original is missing, has changed or was added.',
    fault: `These placeholders must be in the translation exactly as often as in the text: ${list}`,
  };
};

/** Without those in addresses (`%20`). */
function listPlaceholders(text: string): string[] {
  if (!mayHave('placeholder', text)) return [];
  const found = text.replace(fixedParts.webAddress, ' ').match(fixedParts.placeholder) ?? [];
  return found.map((placeholder) => placeholder.replaceAll(' ', ''));
}
