import type messages from '../extension/public/_locales/en/messages.json';

/** What the messages of the user interface are called: the names in `extension/public/_locales`. */
export type MessageName = keyof typeof messages;

/** Looks a message up: its text with the substitutions in the place of `$1`, `$2` …, as the browsers' `i18n.getMessage` gives it; empty when there is none. */
export type MessageSource = (name: MessageName, substitutions: string[]) => string;

let getMessage: MessageSource | undefined;

/**
 * Sets where messages come from. Each program does so once, before it says anything: the extension from its browser, in the language of that; the
 * server's pages from the English messages.
 */
export function setMessageSource(source: MessageSource): void {
  getMessage = source;
}

/**
 * A message of the user interface, with the substitutions in its placeholders. Throws before a source is set, so never while a module loads. Empty when
 * the source does not know the message, which a page of an updated extension may meet.
 */
export function say(name: MessageName, ...substitutions: (string | number)[]): string {
  if (!getMessage) throw new Error(`The message ${name} was asked for before there were any.`);
  return getMessage(name, substitutions.map(String));
}
