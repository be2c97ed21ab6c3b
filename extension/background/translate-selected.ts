import type { Runtime } from 'webextension-polyfill';
import { isSelected } from '../messages/selected-message.ts';
import { translateSelection } from './translate-selection.ts';

/** Translates what is selected in the frame that asks for it. */
export async function translateSelected(
  message: unknown,
  { tab, frameId }: Runtime.MessageSender,
): Promise<void> {
  if (isSelected(message) && tab) await translateSelection({ frameId: frameId ?? 0 }, tab);
}
