import { isOrphaned, nativeBrowser } from '../native-browser.ts';

/** Firefox gives content scripts a property where Chromium has a function. */
type MaybeHost = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element, closed ones too. */
export function getShadowRoot(host: MaybeHost): ShadowRoot | undefined {
  // Chromium takes its function away from a script that outlived its extension.
  if (isOrphaned()) return host.shadowRoot ?? undefined;
  // Only these can have one, and Chromium's function refuses all others.
  if (host.namespaceURI !== 'http://www.w3.org/1999/xhtml') return undefined;
  const root = nativeBrowser.dom
    ? nativeBrowser.dom.openOrClosedShadowRoot(host)
    : host.openOrClosedShadowRoot;
  return (root as ShadowRoot | null | undefined) ?? undefined;
}

/** The innermost element at a point, through all shadow roots. */
export function getElementAt(x: number, y: number): Element | undefined {
  return descend(document.elementFromPoint(x, y), (root) => root.elementFromPoint(x, y));
}

/** The innermost element that has the focus, through all shadow roots. */
export function getActiveElement(from: Document): Element | undefined {
  return descend(from.activeElement, (root) => root.activeElement);
}

/** Every shadow root below a node; a walk over the whole tree. */
export function findShadowRoots(from: ParentNode): ShadowRoot[] {
  return [...from.querySelectorAll('*')].flatMap((element) => {
    const root = getShadowRoot(element);
    return root ? [root, ...findShadowRoots(root)] : [];
  });
}

/** What `closest` finds, looked for through shadow roots as well. */
export function findClosest(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? findClosest(root.host, selector) : undefined;
}

function descend(from: Element | null, getInner: (root: ShadowRoot) => Element | null): Element | undefined {
  const root = from ? getShadowRoot(from) : undefined;
  const inner = root && getInner(root);
  // What a root finds may lie outside it, in a slot for instance: going on from there could go round in circles.
  return inner && root.contains(inner) ? descend(inner, getInner) : (from ?? undefined);
}
