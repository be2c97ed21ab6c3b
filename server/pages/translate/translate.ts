import '../use-messages.ts';
import { beginRest, getRest, type TranslationWork } from '../../../shared/continue-translation.ts';
import type { TranslationProgress } from '../../../shared/describe-translation.ts';
import type { StreamNews } from '../../../shared/read-translation.ts';
import { emptyTranslation, foldTranslation } from '../../../shared/translation-state.ts';
import { fillWords } from '../fill-words.ts';
import { getElement } from '../get-element.ts';
import { copyText } from './copy-text.ts';
import { fetchLanguages } from './fetch-languages.ts';
import { requestTranslation } from './request-translation.ts';
import { createTargetPicker } from './target-picker.ts';
import { TranslationView } from './translation-view.ts';

/** A translation, running or ended. */
interface Run {
  control: AbortController;
  /** The whole source text, as it was then. */
  text: string;
  target: string;
  progress: TranslationProgress;
}

const nothing: TranslationProgress = { translation: emptyTranslation, stopped: false };

const text = getElement('text', HTMLTextAreaElement);
const translateButton = getElement('translate', HTMLButtonElement);
const copyButton = getElement('copy', HTMLButtonElement);
const view = new TranslationView();
const picker = createTargetPicker(() => {
  if (run) void translate();
});
/** The translation that is shown; undefined before the first. */
let run: Run | undefined;

fillWords();
listen();
void loadLanguages();

function listen(): void {
  text.addEventListener('input', updateTranslateButton);
  translateButton.addEventListener('click', () => void translate());
  getElement('stop', HTMLButtonElement).addEventListener('click', stop);
  getElement('retry', HTMLButtonElement).addEventListener('click', () => {
    void (picker.getTarget() ? translate() : loadLanguages());
  });
  getElement('go-on', HTMLButtonElement).addEventListener('click', goOn);
  copyButton.addEventListener('click', () => void copyText(getElement('output', HTMLElement), copyButton));
  addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void translate();
  });
}

async function loadLanguages(): Promise<void> {
  const languages = await fetchLanguages();
  if ('kind' in languages) view.show({ ...nothing, obstacle: languages });
  else picker.fill(languages);
  updateTranslateButton();
}

function updateTranslateButton(): void {
  translateButton.disabled = !canTranslate();
}

function canTranslate(): boolean {
  return text.value.trim() !== '' && picker.getTarget() !== undefined;
}

async function translate(): Promise<void> {
  const target = picker.getTarget();
  if (!target || text.value.trim() === '') return;
  view.begin(target);
  const mine = { text: text.value, target: target.tag, progress: nothing };
  await follow(mine, { texts: [text.value] });
}

/** What is whole of the translation that is shown stays; the rest is asked for. */
function goOn(): void {
  if (!run) return;
  view.beginRest();
  const translation = beginRest(run.progress.translation);
  void follow({ ...run, progress: { translation, stopped: false } }, getRest(translation, run.text));
}

/** Shows a translation from its beginning to its end, or until another takes its place. */
async function follow(begun: Omit<Run, 'control'>, work: TranslationWork): Promise<void> {
  run?.control.abort();
  const mine: Run = { ...begun, control: new AbortController() };
  run = mine;
  view.show(mine.progress);
  const { signal } = mine.control;
  for await (const news of requestTranslation({ ...work, target: mine.target }, signal)) {
    if (signal.aborted) return;
    mine.progress = takeNews(mine.progress, news);
    view.show(mine.progress);
  }
}

function stop(): void {
  if (!run) return;
  run.control.abort();
  view.show({ ...run.progress, stopped: true });
}

function takeNews(progress: TranslationProgress, news: StreamNews): TranslationProgress {
  if (news.type === 'obstacle') return { ...progress, obstacle: news.obstacle };
  return { ...progress, translation: foldTranslation(progress.translation, news.event) };
}
