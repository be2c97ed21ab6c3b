import type { ActionName } from '../../shared/describe-obstacle.ts';
import type { TranslationWords } from '../../shared/describe-translation.ts';

/** Which small buttons make sense. */
export interface Buttons {
  stop: boolean;
  retry: boolean;
  copy: boolean;
}

/** The small buttons beside the words. A failure whose own button does something else leaves trying again to this one. Pure. */
export function chooseButtons({ state, failure }: TranslationWords, running: boolean, text: string): Buttons {
  return {
    stop: running && state !== 'blocked',
    retry: !running && (failure === undefined || isOther(failure.action)),
    copy: !running && text !== '',
  };
}

function isOther(action: ActionName | undefined): boolean {
  return action === 'options' || action === 'go-on';
}
