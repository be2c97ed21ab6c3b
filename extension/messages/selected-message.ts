/** The reader asked for what they have selected in the frame that this comes from: by the icon beside it, or by a key held meanwhile. */
export interface SelectedMessage {
  type: 'selected';
}

/** Whether a message to the background is this one. */
export function isSelected(message: unknown): message is SelectedMessage {
  return (message as Partial<SelectedMessage>).type === 'selected';
}
