/** What is known of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'isComposing'>;

/** Whether a key press in the text box means "translate": Ctrl+Enter, on a Mac also Command+Enter. Pure. */
export function isSubmitKey({ key, ctrlKey, metaKey, isComposing }: KeyPress): boolean {
  // Enter that takes over what an input method offers isn't meant for us.
  return key === 'Enter' && (ctrlKey || metaKey) && !isComposing;
}
