import { fixedParts } from '../languages/fixed-parts.ts';
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

const maxNamed = 5;

function listMissing(from: string, within: string): string[] {
  const addresses = [fixedParts.mailbox, fixedParts.webAddress].flatMap(
    (pattern) => from.match(pattern) ?? [],
  );
  if (addresses.length === 0) return [];
  const folded = within.toLowerCase();
  const missing = [...new Set(addresses)].filter((address) => !folded.includes(address.toLowerCase()));
  return missing.slice(0, maxNamed);
}
