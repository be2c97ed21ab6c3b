import type { SelectedMessage } from '../messages/selected-message.ts';
import { isOrphaned, nativeBrowser } from '../native-browser.ts';
import { secretFields } from '../secret-fields.ts';
import { findSiteRule } from '../settings/site-rules.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { chooseIconPlace } from './choose-icon-place.ts';
import { decideReaction, type Reaction, type SelectedFacts } from './decide-reaction.ts';
import { findSelectedLine, isFreeOfText } from './find-text.ts';
import { isReadable } from './is-readable.ts';
import { overlayHostId } from './overlay-host-id.ts';
import { SelectionIcon } from './selection-icon.ts';
import { getActiveElement } from './shadow-root.ts';

/** What is read of the settings, each time: what was switched off a moment ago does nothing any more. They lie there unchecked. */
const defaults = {
  iconAtSelection: false,
  translateAtOnce: false,
  atOnceKey: 'alt',
  siteRules: [],
  target: '',
  // Only what has a value can be asked for.
  secondTarget: null,
} satisfies { [Key in keyof Settings]?: Settings[Key] | null };

type ReadSettings = Pick<Settings, Exclude<keyof typeof defaults, 'secondTarget'>> & {
  secondTarget: string | null;
};

/** More of a long text makes its language no surer. UTF-16 units. */
const sampleChars = 2000;

/** Asks for a translation of what the mouse selects in this frame, or offers it, as the reader has chosen; until the signal aborts. */
export function watchSelections(signal: AbortSignal): void {
  const pageUrl = getPageUrl();
  if (pageUrl === undefined) return;
  const icon = new SelectionIcon(askForTranslation);
  /** Whether anything was selected since the button went down: a click that only leaves a selection alone means nothing. */
  let isNew = false;
  const react = async (event: PointerEvent): Promise<void> => {
    const text = readSelection();
    if (!isNew || text === '' || isOrphaned()) return;
    const reaction = await decide(text, event, pageUrl);
    // It may have gone meanwhile.
    if (signal.aborted || readSelection() !== text) return;
    if (reaction === 'translate') askForTranslation();
    if (reaction !== 'icon') return;
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    icon.show(chooseIconPlace(findSelectedLine(event), viewport, isFreeOfText));
  };
  listen('pointerdown', signal, (event) => {
    if (icon.isTarget(event)) return;
    isNew = false;
    icon.hide();
  });
  listen('pointerup', signal, (event) => {
    const isOurs = icon.isTarget(event) || (event.target as Partial<Element>).id === overlayHostId;
    // In a task of its own: only after this event does a click take a selection away.
    if (event.isTrusted && event.button === 0 && !isOurs) setTimeout(() => void react(event));
  });
  listen('selectionchange', signal, () => {
    isNew = true;
    if (readSelection() === '') icon.hide();
  });
  hideLater(icon, signal);
}

/** When the icon is out of place, or the reader has gone on to something else. */
function hideLater(icon: SelectionIcon, signal: AbortSignal): void {
  const hide = (): void => {
    icon.hide();
  };
  listen('keydown', signal, hide);
  listen('resize', signal, hide);
  listen('scroll', signal, ({ target }) => {
    // With the page the icon moves itself.
    if (target !== document) hide();
  });
  signal.addEventListener('abort', hide);
}

function listen<Type extends keyof WindowEventMap>(
  type: Type,
  signal: AbortSignal,
  onEvent: (event: WindowEventMap[Type]) => void,
): void {
  // Before the page, which may keep its events for itself.
  addEventListener(type, onEvent, { capture: true, passive: true, signal });
}

async function decide(text: string, held: PointerEvent, pageUrl: string): Promise<Reaction> {
  const stored = await nativeBrowser.storage.local.get(defaults);
  const settings = stored as unknown as ReadSettings;
  const rule = findSiteRule(settings.siteRules, pageUrl);
  const facts: SelectedFacts = { text, field: getField(), held, rule, isReadable: false };
  const reaction = decideReaction(facts, settings);
  if (reaction === 'nothing') return 'nothing';
  const detected = await nativeBrowser.i18n.detectLanguage(text.slice(0, sampleChars));
  const secondTarget = settings.secondTarget ?? undefined;
  const languages = { target: rule ?? settings.target, secondTarget, known: navigator.languages };
  return decideReaction({ ...facts, isReadable: isReadable(text, detected, languages) }, settings);
}

function getField(): SelectedFacts['field'] {
  const active = getActiveElement(document);
  if (active?.matches(secretFields) === true) return 'password';
  const isEditable = (active as Partial<HTMLElement> | undefined)?.isContentEditable === true;
  const isField = isEditable || active?.matches('input, textarea') === true;
  return isField || document.designMode === 'on' ? 'editable' : 'none';
}

function readSelection(): string {
  return String(getSelection() ?? '');
}

/** The rules are for the page that the reader sees around this frame. Undefined in frames of other sites, which are not told. */
function getPageUrl(): string | undefined {
  try {
    return top?.location.href;
  } catch {
    return undefined;
  }
}

function askForTranslation(): void {
  void nativeBrowser.runtime.sendMessage({ type: 'selected' } satisfies SelectedMessage);
}
