/**
 * Puts a text on the clipboard; must be called in a click handler. Returns whether it is there. The clipboard interface is missing on pages
 * without https and can be forbidden by any page; the old command is not, and needs no permission. But pages can take the command over,
 * and documents of XML haven't got it: then the interface is tried.
 */
export async function copyText(text: string): Promise<boolean> {
  return copyByCommand(text) || (await copyByInterface(text));
}

/** The text goes in by our own listener, so that the page's selection stays and hardly a page sees it. */
function copyByCommand(text: string): boolean {
  let isSet = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isSet = true;
  };
  addEventListener('copy', onCopy, { capture: true });
  try {
    // The command knows nothing of a listener of the page that came first, put something else there and stopped the event.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that works on nearly every page, see above
    return document.execCommand('copy') && isSet;
  } catch {
    // A document of XML.
    return false;
  } finally {
    removeEventListener('copy', onCopy, { capture: true });
  }
}

async function copyByInterface(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Missing or forbidden.
    return false;
  }
}
