import type { Settings } from '../settings/settings-schema.ts';
import type { SiteRule } from '../settings/site-rules.ts';

/** The keys that were held, as an event tells them. */
export type HeldKeys = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/** What is known when the mouse has selected something. */
export interface SelectedFacts {
  text: string;
  /** Where the text is: one can type there, it is a password, or neither. */
  field: 'editable' | 'password' | 'none';
  held: HeldKeys;
  rule: SiteRule | undefined;
  /** The text is in the language that it would go into. */
  isReadable: boolean;
}

/** What the reader has switched on. */
export type Ways = Pick<Settings, 'iconAtSelection' | 'translateAtOnce' | 'atOnceKey'>;

export type Reaction = 'translate' | 'icon' | 'nothing';

const heldProperties = { alt: 'altKey', control: 'ctrlKey', shift: 'shiftKey' } as const;

/** What a selection leads to. In text of their own readers select in order to write: no icon there. Pure. */
export function decideReaction({ text, field, held, rule, isReadable }: SelectedFacts, ways: Ways): Reaction {
  if (field === 'password' || rule === 'never') return 'nothing';
  // Numbers and signs are the same in all languages.
  if (isReadable || !/\p{L}/u.test(text)) return 'nothing';
  if (ways.translateAtOnce && isHeldAlone(ways.atOnceKey, held)) return 'translate';
  return ways.iconAtSelection && field === 'none' ? 'icon' : 'nothing';
}

/** With more keys it is another gesture, of the page or the browser. */
function isHeldAlone(key: Ways['atOnceKey'], held: HeldKeys): boolean {
  const count = [held.altKey, held.ctrlKey, held.shiftKey, held.metaKey].filter(Boolean).length;
  return count === 1 && held[heldProperties[key]];
}
