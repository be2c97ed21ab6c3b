/** The reader has allowed what kept the selection of that tab from being read: translate it now. */
export interface ReadAgainMessage {
  type: 'read-again';
  tabId: number;
  /** What kept it was the reader's own rule for the site. */
  isRefused?: boolean;
}

/** Whether a message to all of the extension is this one. */
export function isReadAgain(message: unknown): message is ReadAgainMessage {
  return (message as Partial<ReadAgainMessage>).type === 'read-again';
}
