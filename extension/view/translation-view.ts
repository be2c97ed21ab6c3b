import type { ActionName } from '../../shared/describe-obstacle.ts';
import { describeTranslation, isRunning } from '../../shared/describe-translation.ts';
import { getTranslatedText } from '../../shared/translation-state.ts';
import { say } from '../../shared/say.ts';
import { Announcer } from './announcer.ts';
import { chooseButtons } from './choose-buttons.ts';
import { copyText } from './copy-text.ts';
import { createElement } from './create-element.ts';
import { describeRedirection } from './describe-redirection.ts';
import { FailureView } from './failure-view.ts';
import { getTextPieces } from './get-text-pieces.ts';
import { keepFocus } from './keep-focus.ts';
import { isPhrase } from './is-phrase.ts';
import { LanguageSelect } from './language-select.ts';
import { OriginalView } from './original-view.ts';
import { SourceSelect } from './source-select.ts';
import { SpeakButton } from './speak-button.ts';
import { paceUpdates } from './pace-updates.ts';
import { setText } from './set-text.ts';
import { StatusBar } from './status-bar.ts';
import { TextView } from './text-view.ts';
import { getShownTarget, isStreaming, type ViewState } from './view-state.ts';

/** What the reader may ask of a translation. */
export interface ViewHandlers {
  onTarget: (tag: string) => void;
  onStop: () => void;
  onAction: (action: ActionName) => void;
  /** Of views that stand away from the source text: the reader corrects its language (a tag; empty: to be found out). */
  onSource?: (tag: string) => void;
  /** Of the same: the reader wants to see the source text, or not any more. */
  onOriginal?: (isShown: boolean) => void;
}

/** A running or ended translation: the one component that overlay, popup and panel show. */
export class TranslationView {
  readonly element: HTMLElement;
  /** Above the text; the target language, and at its end whatever the place needs. */
  readonly bar: HTMLElement;
  readonly #language: LanguageSelect;
  readonly #source: SourceSelect | undefined;
  readonly #original: OriginalView | undefined;
  readonly #speak = new SpeakButton();
  readonly #redirection = createElement('p', { className: 'redirection' });
  readonly #text = new TextView();
  readonly #body: HTMLElement;
  readonly #failure: FailureView;
  readonly #note = createElement('p', { className: 'note' });
  readonly #status: StatusBar;
  readonly #announcer = new Announcer();
  readonly #news = createElement('p', { className: 'note' });
  #copyable = '';

  constructor({ onTarget, onStop, onAction, onSource, onOriginal }: ViewHandlers) {
    this.#source = onSource && new SourceSelect(onSource);
    this.#original = onOriginal && new OriginalView(onOriginal);
    this.#language = new LanguageSelect({ label: say('targetLanguage') }, onTarget);
    this.#language.element.classList.add('target-language');
    this.#failure = new FailureView(onAction);
    const tools = [this.#speak.element, ...(this.#original ? [this.#original.button] : [])];
    this.#status = new StatusBar({
      tools,
      onStop,
      onRetry: () => {
        onAction('retry');
      },
      onCopy: () => this.#copy(),
    });
    this.bar = createElement('div', { className: 'bar' }, ...this.#listLanguages());
    const texts = createElement('div', { className: 'texts' }, this.#text.element);
    if (this.#original) texts.append(this.#original.element);
    const parts = [this.#redirection, texts, this.#failure.element, this.#note, this.#news];
    this.#body = createElement('div', { className: 'body', tabIndex: 0 }, ...parts);
    const said = this.#announcer.element;
    this.element = createElement(
      'div',
      { className: 'view' },
      this.bar,
      this.#body,
      this.#status.element,
      said,
    );
  }

  /** Shows that state: while text streams in, at the next frame. */
  readonly update = paceUpdates<ViewState>((state) => {
    keepFocus(this.#body, () => {
      this.#update(state);
    });
  }, isStreaming);

  #update(state: ViewState): void {
    const { key, languages, recent, translation, obstacle } = state;
    const said = describeTranslation(state);
    const isIdle = key === undefined && obstacle === undefined;
    const tag = getShownTarget(state);
    const direction = languages.find((language) => language.tag === tag)?.direction ?? 'auto';
    const isUnderWay = isRunning(state);
    // It is only offered at the end, and to join it takes longer the longer it is.
    const text = isUnderWay ? '' : getTranslatedText(translation);
    this.#copyable = text;
    const name = isIdle ? 'idle' : said.state;
    if (this.element.dataset['state'] !== name) this.element.dataset['state'] = name;
    this.#language.update({ choices: languages, recent }, tag);
    this.#updateSource(state);
    this.#speak.update({ text, language: tag });
    this.#text.update(getTextPieces(translation), { tag, direction });
    this.#failure.update(said.failure, obstacle);
    setText(this.#note, said.note ?? '');
    if (isUnderWay) setText(this.#news, '');
    this.#status.update(said, chooseButtons(said, isUnderWay, text));
    if (tag !== '') this.#announcer.update({ key, translation, language: tag, words: said });
    this.#tellRedirection(describeRedirection(state));
  }

  /** Ends what lives on without the view: a voice. */
  close(): void {
    this.#speak.stop();
  }

  /** Puts a button before those of the view itself. */
  addTool(button: HTMLElement): void {
    this.#status.addTool(button);
  }

  /** Says what came of something that the reader did, until the next translation. */
  tell(sentence: string): void {
    this.#news.textContent = sentence;
    this.#announcer.say(sentence);
  }

  #listLanguages(): HTMLElement[] {
    if (!this.#source) return [this.#language.element];
    const arrow = createElement('span', { className: 'arrow', ariaHidden: 'true' }, '→');
    return [this.#source.element, arrow, this.#language.element];
  }

  /** What the view tells of the source text. */
  #updateSource(state: ViewState): void {
    const length = isPhrase(state.text) ? 'phrase' : 'text';
    if (this.element.dataset['length'] !== length) this.element.dataset['length'] = length;
    this.#source?.update(state);
    this.#original?.update(state);
  }

  #tellRedirection(sentence: string): void {
    if (sentence === this.#redirection.textContent) return;
    this.#redirection.textContent = sentence;
    if (sentence !== '') this.#announcer.say(sentence);
  }

  async #copy(): Promise<boolean> {
    const isCopied = await copyText(this.#copyable);
    this.#announcer.say(isCopied ? say('copied') : say('copyFailed'));
    return isCopied;
  }
}
