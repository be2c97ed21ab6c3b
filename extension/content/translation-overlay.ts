import type { ActionName } from '../../shared/describe-obstacle.ts';
import { words } from '../../shared/words.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { isOrphaned } from '../native-browser.ts';
import type { Job } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createIconButton } from '../view/create-icon.ts';
import { TranslationSession } from '../view/translation-session.ts';
import { TranslationView } from '../view/translation-view.ts';
import { AnchoredPlace } from './anchored-place.ts';
import { createOverlayHost } from './create-overlay-host.ts';
import { enableDrag } from './drag.ts';
import { findAnchor, type Anchor } from './find-anchor.ts';
import { FocusGuard } from './focus-guard.ts';
import { rescueClicks } from './rescue-clicks.ts';
import { TopLayer } from './top-layer.ts';
import { watchClose } from './watch-close.ts';

/** The translation of a job in a small frame beside what was selected. */
export class TranslationOverlay {
  readonly #anchor: Anchor | undefined = findAnchor();
  readonly #open = new AbortController();
  readonly #host: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #topLayer: TopLayer;
  readonly #focus: FocusGuard;
  readonly #view: TranslationView;
  readonly #session: TranslationSession;
  #place: AnchoredPlace | undefined;

  constructor(job: Job) {
    this.#view = this.#createView();
    const properties = { className: 'frame', role: 'dialog', ariaLabel: words.translation, tabIndex: -1 };
    this.#frame = createElement('div', { ...properties, lang: 'en', dir: 'ltr' }, this.#view.element);
    followAppearance(this.#frame, this.#open.signal);
    this.#host = createOverlayHost(this.#frame);
    this.#view.bar.append(this.#createCloseButton());
    rescueClicks(this.#frame);
    enableDrag(this.#view.bar, this.#host, (left, top) => this.#place?.moveTo(left, top));
    this.#topLayer = new TopLayer(this.#host, {
      anchor: this.#anchor?.element,
      onRefused: () => {
        if (!isOrphaned()) this.#session.moveToWindow();
        this.close();
      },
    });
    // A page can keep a click from the close button's listener, but not the button from what it does by itself.
    this.#host.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed') this.close();
    });
    this.#focus = new FocusGuard(this.#host, this.#frame);
    this.#session = new TranslationSession(viewNames.overlay, (state) => {
      this.#view.update(state);
    });
    this.#session.translate(job.text);
    this.#show(job);
    watchClose(() => {
      this.close();
    }, this.#open.signal);
    window.addEventListener('keydown', this.#onKeyDown, { capture: true, signal: this.#open.signal });
  }

  /** Ends the translation and takes the overlay away. */
  close(): void {
    this.#open.abort();
    this.#session.close();
    this.#place?.close();
    this.#focus.giveBack();
    this.#topLayer.close();
  }

  #show({ byKeyboard = false }: Job): void {
    this.#place = new AnchoredPlace(this.#host, this.#anchor, () => {
      this.#topLayer.show();
    });
    if (byKeyboard) this.#focus.take();
    else this.#focus.takeFromFrame();
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
    });
    return view;
  }

  #createCloseButton(): HTMLButtonElement {
    const button = createIconButton('close', words.close);
    // The browser itself hides the overlay when this script has died of an update, or gets to see no click.
    button.popoverTargetElement = this.#host;
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
    else this.#session.openPage(action === 'pair' ? 'pair' : 'options');
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // One press closes one thing: the page's own dialog stays open.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  };
}
