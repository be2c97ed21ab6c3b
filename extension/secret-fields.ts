/**
 * Selects the fields of which nothing is ever read: passwords, also while a page shows them as plain text, if it says what they are. A selector
 * and no function, since the background can hand nothing else to what it runs in a page.
 */
export const secretFields =
  'input:is([type="password" i], [autocomplete~="current-password" i], [autocomplete~="new-password" i])';
