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

const nothing: TranslationProgress = { translation: emptyTranslation, stopped: false };

const text = getElement('text', HTMLTextAreaElement);
const translateButton = getElement('translate', HTMLButtonElement);
const copyButton = getElement('copy', HTMLButtonElement);
const view = new TranslationView();
const picker = createTargetPicker(() => {
  if (run) void translate();
});
/** The translation that is shown; undefined before the first. */
let run: { control: AbortController; progress: TranslationProgress } | undefined;

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
  run?.control.abort();
  const mine = { control: new AbortController(), progress: nothing };
  run = mine;
  view.begin(target);
  view.show(mine.progress);
  const { signal } = mine.control;
  for await (const news of requestTranslation({ text: text.value, target: target.tag }, signal)) {
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
