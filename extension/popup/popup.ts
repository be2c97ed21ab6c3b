import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { takePopupNews } from '../messages/popup-news.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createSessionView, runAction } from '../view/create-session-view.ts';
import { TypingPause } from '../view/typing-pause.ts';
import { emptyView, type LanguagePair, type ViewState } from '../view/view-state.ts';
import { addNews } from './add-news.ts';
import { askForSelection } from './ask-for-selection.ts';
import { AttemptKeeper } from './attempt-keeper.ts';
import { decideTaking } from './decide-taking.ts';
import { decideTranslation, getAttemptStage } from './decide-translation.ts';
import { getKeptAttempt } from './get-kept-attempt.ts';
import { isSubmitKey } from './is-submit-key.ts';
import { LanguagePairView } from './language-pair-view.ts';
import { loadMemory, saveAttempt, saveBox, savePair } from './popup-memory.ts';
import { replaceAll } from './replace-all.ts';
import { ServerLine } from './server-line.ts';
import { swapLanguages } from './swap-languages.ts';
import { showMain } from '../view/show-main.ts';
import { startPage } from '../view/start-page.ts';

/** How long nothing more is typed before what stands there is taken for meant. */
const pauseMs = 500;

startPage('Dragoman');
const keeper = new AttemptKeeper((attempt) => void saveAttempt(attempt));
let last: ViewState = emptyView;
let isComposing = false;
const { session, view } = createSessionView(viewNames.popup, {
  getText: () => (hasText() ? source.value : undefined),
  onChange: (state) => {
    if (state.source !== last.source || state.target !== last.target) keepPair(state);
    last = state;
    keeper.update(getKeptAttempt(state));
    updateControls();
  },
});
const pair = new LanguagePairView({
  onSource: (tag) => {
    typing.end();
    session.choosePair({ source: tag, target: last.chosen ?? last.target }, source.value);
  },
  onSwap: swap,
});
const server = new ServerLine((action) => {
  if (action !== 'go-on' && action !== 'retry') runAction(session, action);
});
const source = createElement('textarea', {
  className: 'source',
  rows: 3,
  dir: 'auto',
  ariaLabel: say('textToTranslate'),
  placeholder: say('textToTranslate'),
});
const options = createElement('button', { type: 'button', className: 'quiet-button' }, say('options'));
const history = createElement('button', { type: 'button', className: 'quiet-button' }, say('history'));
const translate = createElement(
  'button',
  { type: 'button', className: 'button', title: 'Ctrl+Enter' },
  say('translate'),
);
const bringBack = createElement(
  'button',
  { type: 'button', className: 'quiet-button', hidden: true },
  say('bringBack'),
);
/** What stood in the text box before the page's selection came. */
let earlier = '';
translate.setAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
translate.dataset['action'] = 'translate';
options.dataset['action'] = 'options';
history.dataset['action'] = 'history';
bringBack.dataset['action'] = 'bring-back';

const typing = new TypingPause(pauseMs, () => {
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
  updateControls();
  typing.begin();
  void saveBox({ draft: source.value });
});
source.addEventListener('keydown', (event) => {
  if (!isSubmitKey(event)) return;
  event.preventDefault();
  submit();
});
translate.addEventListener('click', submit);
bringBack.addEventListener('click', () => {
  replaceAll(source, earlier);
  offerEarlier('');
  void saveBox({ draft: source.value, earlier: '' });
  updateControls();
  source.focus();
  translateText(false);
});
history.addEventListener('click', () => {
  session.openPage('history');
});
options.addEventListener('click', () => {
  session.openPage('options');
});

view.bar.prepend(...pair.elements);
view.bar.append(translate);
const links = createElement('div', { className: 'links' }, bringBack, history, options);
const footer = createElement('div', { className: 'view footer' }, server.element, links);
showMain(source, view.element, footer);
updateControls();
focusSource();
// Firefox may run this before the popup is laid out: then nothing can take the focus yet.
window.addEventListener('load', focusSource);
window.addEventListener('focus', focusSource);
void restore();
server.check();

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

function swap(): void {
  const swapped = swapLanguages(last, source.value);
  if (!swapped) return;
  replaceAll(source, swapped.text);
  typing.end();
  void saveBox({ draft: source.value });
  session.choosePair(swapped, source.value);
}

function updateControls(): void {
  translate.disabled = !hasText();
  pair.update(last, swapLanguages(last, source.value) !== undefined);
}

/** A target that belongs to a source is no setting, but the next popup's too. */
function keepPair({ source: chosen, target }: ViewState): void {
  const kept: LanguagePair | undefined = chosen === undefined ? undefined : { source: chosen, target };
  void savePair(kept);
}

function hasText(): boolean {
  return source.value.trim() !== '';
}

function offerEarlier(text: string): void {
  earlier = text;
  bringBack.hidden = text === '';
}

/** Goes on where the popup before this one was closed, or with what is selected in the page. */
async function restore(): Promise<void> {
  const [memory, news, selected] = await Promise.all([loadMemory(), takePopupNews(), askForSelection()]);
  if (hasText()) return;
  const box = decideTaking(memory.box, selected);
  void saveBox(box);
  source.value = box.draft;
  offerEarlier(box.earlier);
  // So that typing replaces it.
  source.select();
  updateControls();
  if (memory.pair) session.choosePair(memory.pair, '');
  const isTaken = box.draft !== memory.box.draft;
  if (memory.attempt && !isTaken) session.restore(addNews(memory.attempt, news));
  else if (selected !== '') translateText(false);
}
