import type { TranslationWords } from '../../shared/describe-translation.ts';

/** Which small buttons make sense. */
export interface Buttons {
  stop: boolean;
  retry: boolean;
  copy: boolean;
}

/** The small buttons beside the words. A failure whose own button leads away, to the options, leaves the way back to this one. Pure. */
export function chooseButtons({ state, failure }: TranslationWords, running: boolean, text: string): Buttons {
  return {
    stop: running && state !== 'blocked',
    retry: !running && (failure === undefined || failure.action === 'options'),
    copy: !running && text !== '',
  };
}
