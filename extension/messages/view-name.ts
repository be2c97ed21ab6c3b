/** The names under which views connect. A panel or a small window adds its window's id: `panel:12`; jobs are sent only to these. */
export const viewNames = {
  overlay: 'overlay',
  popup: 'popup',
  popupServer: 'popup-server',
  options: 'options',
  welcome: 'welcome',
} as const;

/** The name of the panel, or the small window, in a browser window. */
export function getPanelName(windowId: number): string {
  return `panel:${windowId}`;
}
