import type { Scripting } from 'webextension-polyfill';
import { secretFields } from '../secret-fields.ts';
import type { FrameSelection } from './choose-selection.ts';
import { runInPage } from './run-in-page.ts';

/** What is to be read: what is selected, or all that is written in the field with the focus. */
export type WantedText = 'selection' | 'field';

/** What a frame gave. */
export interface FrameText extends FrameSelection {
  /** The focus is in a field for a password, so nothing was read. */
  isSecret: boolean;
}

/** The text of each frame that lets a script in; the one reader of what a reader of pages has typed or selected there. */
export function readFrames(target: Scripting.InjectionTarget, wanted: WantedText): Promise<FrameText[]> {
  return runInPage(target, readFrame, wanted, secretFields);
}

// These are the page's: the function is not run here.
interface PageRoot {
  activeElement: PageElement | null;
}
interface PageElement {
  localName: string;
  namespaceURI: string | null;
  matches(selector: string): boolean;
  shadowRoot: PageRoot | null;
  /** Firefox's way into closed shadow roots; Chromium has a function. */
  openOrClosedShadowRoot?: PageRoot | null;
  value?: string;
  innerText?: string;
}
declare const document: PageRoot & { hasFocus(): boolean };
declare function getSelection(): { toString(): string } | null;
declare function getComputedStyle(element: PageElement): { webkitTextSecurity?: string };

function readFrame(wanted: WantedText, secrets: string): FrameText {
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot(host: PageElement): PageRoot | null } };
  };
  const getInner = (host: PageElement): PageElement | null => {
    // Chromium's function refuses all others.
    const isHtml = host.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const closed = isHtml && chrome?.dom?.openOrClosedShadowRoot(host);
    return (closed || (host.openOrClosedShadowRoot ?? host.shadowRoot))?.activeElement ?? null;
  };
  const getFocused = (): PageElement | null => {
    let focused = document.activeElement;
    // What a root finds may lie outside it, in a slot for instance: going on without end could go round in circles.
    for (let depth = 0; focused && depth < 50; depth += 1) focused = getInner(focused) ?? focused;
    return focused;
  };
  const isSecretField = (field: PageElement): boolean =>
    // Some pages make a password of any field by its style.
    field.matches(secrets) || (getComputedStyle(field).webkitTextSecurity ?? 'none') !== 'none';
  const readWanted = (): string | undefined =>
    wanted === 'field' ? (focused?.value ?? focused?.innerText) : getSelection()?.toString();
  const getKeyboard = (): FrameText['keyboard'] => {
    // The frames around the one with the keyboard say that they have it too.
    if (!document.hasFocus()) return 'elsewhere';
    return /^i?frame$/.test(document.activeElement?.localName ?? '') ? 'inside' : 'here';
  };
  const focused = getFocused();
  const isSecret = focused !== null && isSecretField(focused);
  return { text: isSecret ? '' : (readWanted() ?? ''), isSecret, keyboard: getKeyboard() };
}
