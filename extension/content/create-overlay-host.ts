import { createElement } from '../view/create-element.ts';
import { createStyleSheet } from './create-style-sheet.ts';
import { overlayHostId } from './overlay-host-id.ts';
import { getShadowRoot } from './shadow-root.ts';

/** What happens inside is none of the page's business: its shortcuts, its ways to close things and to keep the focus must not react. */
const privateEvents = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'focusin', 'focusout'],
  ...[
    'copy',
    'cut',
    'paste',
    'pointermove',
    'pointerover',
    'pointerout',
    'mousemove',
    'mouseover',
    'mouseout',
  ],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchstart', 'touchmove', 'touchend', 'wheel'],
] as const;

/** An element for the page that holds the frame, out of reach of the page's styles and scripts. */
export function createOverlayHost(frame: HTMLElement, style: string): HTMLElement {
  const host = createElement('div', { id: overlayHostId });
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [createStyleSheet(style)];
  root.append(frame);
  for (const type of privateEvents) frame.addEventListener(type, stopPropagation, { passive: true });
  return host;
}

/**
 * Removes the overlays of a script that is dead: after an update of the extension nobody else can. The page may have such an id too. `kept`: of
 * those that live.
 */
export function removeAbandonedHosts(kept: readonly Element[]): void {
  for (const element of document.querySelectorAll(`[id="${overlayHostId}"]`)) {
    if (kept.includes(element)) continue;
    if (getShadowRoot(element)?.querySelector('.frame[role="dialog"]')) element.remove();
  }
}

function stopPropagation(event: Event): void {
  event.stopPropagation();
}
