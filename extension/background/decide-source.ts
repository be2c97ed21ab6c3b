import type { Menus } from 'webextension-polyfill';

/** What is translated of what was clicked. */
export type TextSource = 'selection' | 'link' | 'field';

/** What the browser told of the click; of the shortcut nothing, and it means the selection. */
export type ClickFacts = Partial<Pick<Menus.OnClickData, 'selectionText' | 'linkUrl' | 'editable'>>;

/** Which text a click in the menu means: who has selected something means just that, wherever they click. Pure. */
export function decideSource({ selectionText = '', linkUrl, editable = false }: ClickFacts): TextSource {
  if (selectionText.trim() !== '') return 'selection';
  if (linkUrl !== undefined) return 'link';
  return editable ? 'field' : 'selection';
}
