import type { FailureWords } from '../../../shared/describe-obstacle.ts';
import {
  describeTranslation,
  isRunning,
  type TranslationProgress,
} from '../../../shared/describe-translation.ts';
import { SentenceAnnouncer } from '../../../shared/sentence-announcer.ts';
import type { TranslationState } from '../../../shared/translation-state.ts';
import { getElement } from '../get-element.ts';
import type { LanguageChoice } from './group-languages.ts';
import { showButtons } from './result-buttons.ts';
import { SegmentViews } from './segment-views.ts';

/** A translation, where it stands, and what one can do about it. */
export class TranslationView {
  readonly #output = getElement('output', HTMLElement);
  readonly #announcements = getElement('announcements', HTMLElement);
  readonly #segments = new SegmentViews(this.#output);
  #announcer = new SentenceAnnouncer();

  /** Makes room for a new translation. */
  begin({ tag, direction }: LanguageChoice): void {
    for (const element of [this.#output, this.#announcements]) {
      element.lang = tag;
      element.dir = direction;
    }
    this.#announcements.replaceChildren();
    this.beginRest();
  }

  /** What was announced to its end, because it failed or was cut, comes anew and is announced again. */
  beginRest(): void {
    this.#announcer = new SentenceAnnouncer();
  }

  show(progress: TranslationProgress): void {
    const { state, line, engine = '', failure, note = '' } = describeTranslation(progress);
    const running = isRunning(progress);
    const hasText = progress.translation.segments.some(({ shown }) => shown !== '');
    getElement('result', HTMLElement).dataset.state = state;
    this.#output.ariaBusy = String(running);
    this.#segments.show(progress.translation);
    this.#announce(progress.translation);
    setText('status', failure ? '' : line);
    setText('engine', engine);
    showFailure(failure);
    getElement('note', HTMLElement).hidden = note === '';
    setText('note', note);
    showButtons({
      stop: running,
      'go-on': failure?.action === 'go-on',
      retry: state === 'stopped' || failure?.action === 'retry' || failure?.action === 'go-on',
      copy: hasText && !running,
    });
  }

  #announce(translation: TranslationState): void {
    for (const sentence of this.#announcer.takeNew(translation, this.#output.lang)) {
      const line = document.createElement('p');
      line.textContent = sentence;
      this.#announcements.append(line);
    }
  }
}

/** Screen readers read a line again when it is set, even to what it was. */
function setText(id: string, text: string): void {
  const element = getElement(id, HTMLElement);
  if (element.textContent !== text) element.textContent = text;
}

function showFailure(failure: FailureWords | undefined): void {
  getElement('failure', HTMLElement).hidden = !failure;
  setText('failure-line', failure?.line ?? '');
  setText('failure-advice', failure?.advice ?? '');
}
