import type { Runtime } from 'webextension-polyfill';
import { languages } from '../../shared/languages.ts';
import { browser } from '../browser.ts';
import type { BackgroundMessage, LanguageChoice } from '../messages/background-message.ts';
import { viewMessageSchema, type TranslateMessage, type ViewMessage } from '../messages/view-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { checkServer } from './check-server.ts';
import { keepAwake } from './keep-awake.ts';
import { keepNews } from './keep-news.ts';
import { runTranslation } from './run-translation.ts';
import { showInWindow } from './show-in-window.ts';
import { viewLeft } from './view-left.ts';
import { addView } from './views.ts';

const choices: readonly LanguageChoice[] = languages.map(({ tag, english, own, direction }) => {
  return { tag, english, own, direction };
});

/** Serves one view for as long as its port is open: greets it, translates for it, and stops when it goes. Of all views only a popup comes back. */
export function serveView(port: Runtime.Port): void {
  const open = new AbortController();
  let running = new AbortController();
  port.onDisconnect.addListener(() => {
    open.abort();
    running.abort(isPopup(port) ? viewLeft : undefined);
  });
  port.onMessage.addListener((received) => {
    const message = viewMessageSchema.parse(received);
    if (message.type === 'show-in-window') void showInWindow({ text: message.text });
    if (message.type === 'open') void openPage(message.page);
    if (message.type === 'check-server') void sendServerStatus(port, message.key, open.signal);
    if (message.type === 'remember-target') void saveSettings({ target: message.target });
    if (message.type === 'stop' || message.type === 'translate') running.abort();
    if (message.type !== 'translate') return;
    running = new AbortController();
    void translate(port, message, running.signal);
  });
  void greet(port, open.signal);
}

function isPopup({ name }: Runtime.Port): boolean {
  return name === viewNames.popup;
}

async function greet(port: Runtime.Port, open: AbortSignal): Promise<void> {
  const { target } = await loadSettings();
  // A port that has closed meanwhile must not be used.
  if (open.aborted) return;
  post(port, { type: 'hello', target, languages: choices });
  addView(port);
}

async function translate(
  port: Runtime.Port,
  { type: _type, ...asked }: TranslateMessage,
  signal: AbortSignal,
): Promise<void> {
  const { key, target = (await loadSettings()).target } = asked;
  const running = runTranslation({ ...asked, target }, signal);
  const messages = isPopup(port) ? keepNews(running, key, signal) : running;
  try {
    for await (const message of keepAwake(messages)) {
      signal.throwIfAborted();
      post(port, { ...message, key });
    }
  } catch (error) {
    // Stopped, replaced or closed: nobody waits for an answer.
    if (!signal.aborted) throw error;
  }
}

async function sendServerStatus(port: Runtime.Port, key: string, open: AbortSignal): Promise<void> {
  const status = await checkServer();
  if (!open.aborted) post(port, { type: 'server-status', status, key });
}

async function openPage(page: Extract<ViewMessage, { type: 'open' }>['page']): Promise<void> {
  if (page === 'options') {
    await browser.runtime.openOptionsPage();
    return;
  }
  const { server } = await loadSettings();
  await browser.tabs.create({ url: `http://${server}/pair` });
}

function post(port: Runtime.Port, message: BackgroundMessage): void {
  port.postMessage(message);
}
