import { fixedParts, mayHave } from '../languages/fixed-parts.ts';
import type { Check } from './check.ts';

/** Whether each address of a page or a mailbox is in the translation, letter by letter, and none that the source has not. */
export const checkAddresses: Check = ({ source, translation }) => {
  const missing = listMissing(source, translation);
  if (missing.length > 0) {
    return {
      check: 'addresses',
      message: 'A web or e-mail address of the original is missing or has changed.',
      fault: `These addresses must be in the translation unchanged: ${missing.join(' , ')}`,
    };
  }
  const added = listMissing(translation, source);
  if (added.length === 0) return undefined;
  return {
    check: 'addresses',
    message: 'There is a web or e-mail address that the original has not.',
    fault: `These addresses are not in the text and must not be in the translation: ${added.join(' , ')}`,
  };
};

/** What the model is told, and how much of a text that is nothing but addresses is looked at. */
const maxNamed = 5;
const maxAddresses = 500;

function listMissing(from: string, within: string): string[] {
  const addresses = listAddresses(from);
  if (addresses.length === 0) return [];
  const known = new Set(listAddresses(within));
  const folded = within.toLowerCase();
  const missing = addresses
    .slice(0, maxAddresses)
    .filter((address) => !known.has(address) && !folded.includes(address.toLowerCase()));
  return missing.slice(0, maxNamed);
}

function listAddresses(text: string): string[] {
  if (!mayHave('address', text)) return [];
  return [fixedParts.mailbox, fixedParts.webAddress].flatMap((pattern) => text.match(pattern) ?? []);
}
