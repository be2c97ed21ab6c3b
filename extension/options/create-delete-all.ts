import { say } from '../../shared/say.ts';
import { deleteAll } from '../privacy/delete-all.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import type { WholeChange } from './whole-change.ts';

/** Deletes everything, in two steps: the first button only asks. */
export function createDeleteAll({ said: before, onDone }: WholeChange): HTMLElement {
  const ask = createPlainButton('delete-all', say('deleteAll'));
  const warning = createElement('p', { id: 'delete-warning' }, say('deleteAllAdvice'));
  const keep = createPlainButton('keep-all', say('keepAll'));
  const now = createPlainButton('delete-now', say('deleteAllNow'));
  const answers = createElement('div', { className: 'tools' }, keep, now);
  const question = createElement(
    'div',
    { className: 'question', role: 'group', hidden: true },
    warning,
    answers,
  );
  const said = createElement('p', { className: 'note', role: 'status' }, before);
  question.setAttribute('aria-labelledby', warning.id);

  const showQuestion = (isAsked: boolean): void => {
    question.hidden = !isAsked;
    ask.hidden = isAsked;
    // Enter pressed twice by mistake deletes nothing.
    (isAsked ? keep : ask).focus();
  };
  const remove = async (): Promise<void> => {
    if (await deleteAll()) onDone(say('allDeleted'));
    else said.textContent = say('deleteFailed');
  };
  ask.addEventListener('click', () => {
    said.textContent = '';
    showQuestion(true);
  });
  keep.addEventListener('click', () => {
    showQuestion(false);
  });
  question.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') showQuestion(false);
  });
  now.addEventListener('click', () => void remove());
  return createElement('div', { className: 'delete-all' }, ask, question, said);
}
