import { say } from '../../shared/say.ts';
import { chooseVoice } from './choose-voice.ts';
import { createIconButton } from './create-icon.ts';

/** A text, and the BCP 47 tag of its language. */
export interface Speech {
  text: string;
  language: string;
}

/** Reads a text aloud, and stops; is there only while this computer has a voice for the language. */
export class SpeakButton {
  readonly element = createIconButton('speak', say('readAloud'));
  /** Absent where the browser can't speak at all. */
  readonly #synthesis = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  #speech: Speech = { text: '', language: '' };
  #spoken: SpeechSynthesisUtterance | undefined;

  constructor() {
    // Browsers list no voices when first asked, but soon after.
    this.#synthesis?.getVoices();
    this.element.hidden = true;
    this.element.ariaPressed = 'false';
    this.element.addEventListener('click', () => {
      if (this.#spoken) this.stop();
      else this.#speak();
    });
  }

  /** An empty text: there is nothing to read yet. */
  update(speech: Speech): void {
    if (speech.text !== this.#speech.text) this.stop();
    this.#speech = speech;
    this.element.hidden = speech.text === '' || this.#findVoice() === undefined;
  }

  stop(): void {
    if (!this.#spoken) return;
    this.#end();
    this.#synthesis?.cancel();
  }

  #findVoice(): SpeechSynthesisVoice | undefined {
    return this.#synthesis && chooseVoice(this.#synthesis.getVoices(), this.#speech.language);
  }

  #speak(): void {
    const voice = this.#findVoice();
    if (!this.#synthesis || !voice) return;
    const spoken = new SpeechSynthesisUtterance(this.#speech.text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    for (const end of ['end', 'error'] as const) {
      spoken.addEventListener(end, () => {
        if (this.#spoken === spoken) this.#end();
      });
    }
    this.#spoken = spoken;
    this.element.ariaPressed = 'true';
    // Whatever else is being read would come first.
    this.#synthesis.cancel();
    this.#synthesis.speak(spoken);
  }

  #end(): void {
    this.#spoken = undefined;
    this.element.ariaPressed = 'false';
  }
}
