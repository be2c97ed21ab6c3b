/** Makes a change to a view. Where it hides the control that had the focus, `refuge` gets it: else the keyboard would begin at the page's top. */
export function keepFocus(refuge: HTMLElement, change: () => void): void {
  // A document or a shadow root; while the view is in neither, nothing in it has the focus.
  const { activeElement } = refuge.getRootNode() as Node & Partial<DocumentOrShadowRoot>;
  change();
  if (activeElement?.closest('.view [hidden]')) refuge.focus({ preventScroll: true });
}
