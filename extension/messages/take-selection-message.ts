/** A popup that opens asks for what is selected in the page under it; the answer is that text, or empty. */
export interface TakeSelectionMessage {
  type: 'take-selection';
}

/** Whether a message to the background is this one. */
export function isTakeSelection(message: unknown): message is TakeSelectionMessage {
  return (message as Partial<TakeSelectionMessage>).type === 'take-selection';
}
