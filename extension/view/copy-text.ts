/**
 * Puts a text on the clipboard; must be called in a click handler. Returns whether it worked. The clipboard interface is missing on pages
 * without https and can be forbidden by any page; the old command is not, and needs no permission. The text goes in by our own
 * listener, so that the page's selection stays and no page sees it.
 */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  addEventListener('copy', onCopy, { capture: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that works on every page, see above
  const isCopied = document.execCommand('copy');
  removeEventListener('copy', onCopy, { capture: true });
  return isCopied;
}
