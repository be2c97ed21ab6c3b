import { words } from '../../shared/words.ts';
import { takePopupNews } from '../messages/popup-news.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createSessionView } from '../view/create-session-view.ts';
import { emptyView, type ViewState } from '../view/view-state.ts';
import { addNews } from './add-news.ts';
import { AttemptKeeper } from './attempt-keeper.ts';
import { decideTranslation, getAttemptStage } from './decide-translation.ts';
import { getKeptAttempt } from './get-kept-attempt.ts';
import { isSubmitKey } from './is-submit-key.ts';
import { loadMemory, saveAttempt, saveDraft } from './popup-memory.ts';
import { TypingPause } from './typing-pause.ts';

const keeper = new AttemptKeeper((attempt) => void saveAttempt(attempt));
let last: ViewState = emptyView;
let isComposing = false;
const { session, view } = createSessionView(viewNames.popup, {
  getText: () => (hasText() ? source.value : undefined),
  onChange: (state) => {
    last = state;
    keeper.update(getKeptAttempt(state));
  },
});
const source = createElement('textarea', {
  className: 'source',
  rows: 3,
  dir: 'auto',
  ariaLabel: words.textToTranslate,
  placeholder: words.textToTranslate,
});
const options = createElement('button', { type: 'button', className: 'quiet-button' }, words.options);
const translate = createElement(
  'button',
  { type: 'button', className: 'button', title: 'Ctrl+Enter' },
  words.translate,
);
translate.setAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
translate.dataset['action'] = 'translate';
options.dataset['action'] = 'options';

const typing = new TypingPause(() => {
  translateText(false);
});

source.addEventListener('compositionstart', () => {
  isComposing = true;
});
// Chromium tells no input after it.
source.addEventListener('compositionend', () => {
  isComposing = false;
  typing.begin();
});
source.addEventListener('input', () => {
  updateButton();
  typing.begin();
  void saveDraft(source.value);
});
source.addEventListener('keydown', (event) => {
  if (!isSubmitKey(event)) return;
  event.preventDefault();
  submit();
});
translate.addEventListener('click', submit);
options.addEventListener('click', () => {
  session.openPage('options');
});

view.bar.append(options, translate);
document.body.append(source, view.element);
updateButton();
focusSource();
// Firefox may run this before the popup is laid out: then nothing can take the focus yet.
window.addEventListener('load', focusSource);
window.addEventListener('focus', focusSource);
void restore();

function focusSource(): void {
  if (document.activeElement === document.body) source.focus();
}

function submit(): void {
  translateText(true);
}

function translateText(isAsked: boolean): void {
  typing.end();
  const text = source.value;
  const decision = decideTranslation({
    ...{ text, isComposing, isAsked },
    ...{ lastText: last.text, last: getAttemptStage(last) },
  });
  if (decision === 'translate') session.translate(text);
  if (decision === 'stop') session.stop();
}

function updateButton(): void {
  translate.disabled = !hasText();
}

function hasText(): boolean {
  return source.value.trim() !== '';
}

/** Goes on where the popup before this one was closed. */
async function restore(): Promise<void> {
  const [memory, news] = await Promise.all([loadMemory(), takePopupNews()]);
  if (hasText()) return;
  source.value = memory.draft;
  // So that typing replaces it.
  source.select();
  updateButton();
  if (memory.attempt) session.restore(addNews(memory.attempt, news));
}
