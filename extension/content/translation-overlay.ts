import type { ActionName } from '../../shared/describe-obstacle.ts';
import { say } from '../../shared/say.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { isOrphaned } from '../native-browser.ts';
import type { Job } from '../messages/background-message.ts';
import type { OverlayJob } from '../messages/overlay-world.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createIconButton } from '../view/create-icon.ts';
import { TranslationSession } from '../view/translation-session.ts';
import { TranslationView } from '../view/translation-view.ts';
import { isGrowing } from '../view/view-state.ts';
import { AnchoredPlace } from './anchored-place.ts';
import type { Box } from './box.ts';
import { createOverlayHost } from './create-overlay-host.ts';
import { createSizeHandle } from './create-size-handle.ts';
import { enableDrag } from './drag.ts';
import { ReplaceButton } from './replace-button.ts';
import { findAnchor, type Anchor } from './find-anchor.ts';
import { findReplaceable } from './find-replaceable.ts';
import { FocusGuard } from './focus-guard.ts';
import { rescueClicks } from './rescue-clicks.ts';
import { TopLayer } from './top-layer.ts';

export interface OverlayOptions {
  /** Where the overlays stand that stay. */
  others: readonly Box[];
  /** The overlay from which this one is opened, if it has the focus. */
  opener: TranslationOverlay | undefined;
  /** Is told when it is pinned, or not any more, or closed. */
  onChange: () => void;
}

/** The translation of a job in a small frame beside what was selected. */
export class TranslationOverlay {
  readonly host: HTMLElement;
  readonly focus: FocusGuard;
  readonly #anchor: Anchor | undefined = findAnchor();
  readonly #open = new AbortController();
  readonly #onChange: () => void;
  readonly #place: AnchoredPlace;
  readonly #topLayer: TopLayer;
  readonly #view: TranslationView;
  readonly #session: TranslationSession;
  #isPinned = false;
  #isClosed = false;

  constructor(job: OverlayJob, { others, opener, onChange }: OverlayOptions) {
    this.#onChange = onChange;
    this.#view = this.#createView();
    const replace = this.#createReplaceButton();
    const names = { ariaLabel: say('translation'), lang: say('locale'), dir: say('direction') };
    const properties = { className: 'frame', role: 'dialog', tabIndex: -1, ...names };
    const frame = createElement('div', properties, this.#view.element);
    followAppearance(frame, this.#open.signal);
    this.host = createOverlayHost(frame, job.style);
    this.#place = new AnchoredPlace(this.host, { ...job, anchor: this.#anchor, others });
    this.#view.bar.append(this.#createWindowButton(), this.#createPinButton(), this.#createCloseButton());
    this.#view.element.append(this.#createSizeHandle());
    rescueClicks(frame);
    enableDrag(this.#view.bar, {
      getCorner: () => this.host.getBoundingClientRect(),
      moveTo: (left, top) => {
        this.#place.moveTo(left, top);
      },
    });
    this.#topLayer = this.#createTopLayer();
    // A page can keep a click from the close button's listener, but not the button from what it does by itself.
    this.host.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed') this.close();
    });
    this.focus = new FocusGuard(this.host, frame, opener?.focus);
    this.#session = new TranslationSession(viewNames.overlay, (state) => {
      this.#place.setGrowing(isGrowing(state));
      this.#view.update(state);
      replace?.update(state);
    });
    this.#session.translate(job.text);
    this.#show(job);
  }

  /** Whether the reader wants to keep it, whatever they do elsewhere. */
  get isPinned(): boolean {
    return this.#isPinned;
  }

  get hasFocus(): boolean {
    return this.focus.hasFocus();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends the translation and takes the overlay away. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#open.abort();
    this.#session.close();
    this.#view.close();
    this.#place.close();
    this.focus.giveBack();
    this.#topLayer.close();
    this.#onChange();
  }

  #show({ byKeyboard = false }: Job): void {
    this.#place.follow(() => {
      this.#topLayer.show();
    });
    if (byKeyboard) this.focus.take();
    else this.focus.takeFromFrame();
  }

  #createTopLayer(): TopLayer {
    return new TopLayer(this.host, {
      anchor: this.#anchor?.element,
      onRefused: () => {
        this.#moveToWindow();
      },
    });
  }

  #createView(): TranslationView {
    const view = new TranslationView({
      onTarget: (tag) => {
        this.#session.chooseTarget(tag);
      },
      onStop: () => {
        this.#session.stop();
      },
      onAction: (action) => {
        this.#act(action);
      },
      onSource: (tag) => {
        this.#session.chooseSource(tag);
      },
      onOriginal: (isShown) => {
        this.#session.showOriginal(isShown);
      },
    });
    return view;
  }

  #createSizeHandle(): HTMLButtonElement {
    return createSizeHandle(this.host, this.#place, (size) => {
      // What has outlived its extension still can be resized, but nobody remembers it.
      if (!isOrphaned()) this.#session.rememberSize(size);
    });
  }

  /** Where the text was selected in something editable. */
  #createReplaceButton(): ReplaceButton | undefined {
    const replaceable = findReplaceable();
    if (!replaceable) return undefined;
    const button = new ReplaceButton(replaceable, (isReplaced) => {
      // The keyboard is in the field now, for the page's own undo.
      if (isReplaced && !this.#isPinned) this.close();
      if (!isReplaced) this.#view.tell(say('replaceFailed'));
    });
    this.#view.addTool(button.element);
    return button;
  }

  #createWindowButton(): HTMLButtonElement {
    const button = createIconButton('window', say('openInWindow'));
    button.addEventListener('click', () => {
      this.#moveToWindow();
    });
    return button;
  }

  #moveToWindow(): void {
    if (!isOrphaned()) this.#session.moveToWindow();
    this.close();
  }

  #createPinButton(): HTMLButtonElement {
    const button = createIconButton('pin', say('pin'));
    button.ariaPressed = 'false';
    button.addEventListener('click', () => {
      this.#isPinned = !this.#isPinned;
      button.ariaPressed = String(this.#isPinned);
      if (this.#isPinned) this.#place.hold();
      this.#onChange();
    });
    return button;
  }

  #createCloseButton(): HTMLButtonElement {
    const button = createIconButton('close', say('close'));
    // The browser itself hides the overlay when this script has died of an update, or gets to see no click.
    button.popoverTargetElement = this.host;
    button.popoverTargetAction = 'hide';
    button.addEventListener('click', () => {
      this.close();
    });
    return button;
  }

  #act(action: ActionName): void {
    if (action === 'retry') this.#session.retry();
    else if (action === 'go-on') this.#session.goOn();
    else if (action === 'reload') location.reload();
    // Only a page of the extension may ask for permissions.
    else this.#session.openPage(action === 'allow' ? 'options' : action);
  }
}
