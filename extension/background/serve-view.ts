import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import { addToHistory } from '../history/history-store.ts';
import type { BackgroundMessage } from '../messages/background-message.ts';
import { listLanguageChoices } from '../messages/list-language-choices.ts';
import {
  viewMessageSchema,
  type CheckMessage,
  type MoveMessage,
  type OpenedPage,
  type TranslateMessage,
  type ViewMessage,
} from '../messages/view-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { openPairingPage } from '../settings/open-pairing-page.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { findSiteRule } from '../settings/site-rules.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { addWaits } from './add-waits.ts';
import { checkServer } from './check-server.ts';
import { checkSetup } from './check-setup.ts';
import { isPrivateView } from './is-private-view.ts';
import { keepAwake } from './keep-awake.ts';
import { keepNews } from './keep-news.ts';
import { rememberLanguage } from './remember-language.ts';
import { rememberSize } from './remember-size.ts';
import { runTranslation } from './run-translation.ts';
import { showInWindow } from './show-in-window.ts';
import { viewLeft } from './view-left.ts';
import { addView } from './views.ts';
import { openWelcomePage } from './welcome-reader.ts';

/** Serves one view for as long as its port is open: greets it, translates for it, and stops when it goes, unless it comes back. */
export function serveView(port: Runtime.Port): void {
  const open = new AbortController();
  let running = new AbortController();
  /** Of the last translation; whatever there was none for is not kept. */
  let isPrivate = Promise.resolve(true);
  const isKept = comesBack(port);
  port.onDisconnect.addListener(() => {
    open.abort();
    void isKept.then((is) => {
      running.abort(is ? viewLeft : undefined);
    });
  });
  port.onMessage.addListener((received) => {
    const message = viewMessageSchema.parse(received);
    // While it runs its reader may go to another window.
    if (message.type === 'translate') isPrivate = isPrivateView(port);
    if (message.type === 'keep') void keep(message.entry, isPrivate);
    if (message.type === 'show-in-window') void moveToWindow(port, message);
    if (message.type === 'open') void openPage(message.page);
    if (message.type === 'check-server') void sendServerStatus(port, message, open.signal);
    void remember(port, message);
    if (message.type === 'stop' || message.type === 'translate') running.abort();
    if (message.type !== 'translate') return;
    running = new AbortController();
    void translate(port, message, { isKept, isPrivate, signal: running.signal });
  });
  void greet(port, open.signal);
}

/** Of all views only a popup does, and in a private window it would have to leave something behind. */
async function comesBack(port: Runtime.Port): Promise<boolean> {
  return port.name === viewNames.popup && !(await isPrivateView(port));
}

async function greet(port: Runtime.Port, open: AbortSignal): Promise<void> {
  const settings = await loadSettings();
  // A port that has closed meanwhile must not be used.
  if (open.aborted) return;
  const { recentLanguages: recent, showsOriginal } = settings;
  const target = getTarget(port, settings);
  post(port, { type: 'hello', target, languages: listLanguageChoices(), recent, showsOriginal });
  addView(port);
}

/** On some sites everything goes into the language that the reader chose for them. */
function getTarget({ sender }: Runtime.Port, { target, siteRules }: Settings): string {
  const rule = findSiteRule(siteRules, sender?.url);
  return rule === undefined || rule === 'never' ? target : rule;
}

/** A choice of the reader, if the message is one. */
async function remember(port: Runtime.Port, message: ViewMessage): Promise<void> {
  if (!message.type.startsWith('remember-') || (await isPrivateView(port))) return;
  if (message.type === 'remember-target') await rememberLanguage(message);
  if (message.type === 'remember-size') await rememberSize(message.size);
  if (message.type === 'remember-original') await saveSettings({ showsOriginal: message.isShown });
}

async function keep(entry: HistoryEntry, isPrivate: Promise<boolean>): Promise<void> {
  const [{ keepHistory }, isSecret] = await Promise.all([loadSettings(), isPrivate]);
  if (keepHistory && !isSecret) await addToHistory(entry);
}

async function moveToWindow(port: Runtime.Port, { text, source, chosen }: MoveMessage): Promise<void> {
  await showInWindow({ text, source, chosen, isPrivate: await isPrivateView(port) });
}

async function translate(
  port: Runtime.Port,
  { type: _type, ...asked }: TranslateMessage,
  { isKept, isPrivate, signal }: Record<'isKept' | 'isPrivate', Promise<boolean>> & { signal: AbortSignal },
): Promise<void> {
  const { key, target = getTarget(port, await loadSettings()) } = asked;
  const running = runTranslation({ ...asked, target }, signal);
  const messages = (await isKept) ? keepNews(running, key, signal) : running;
  try {
    for await (const message of keepAwake(addWaits(messages, isPrivate))) {
      signal.throwIfAborted();
      post(port, { ...message, key });
    }
  } catch (error) {
    // Stopped, replaced or closed: nobody waits for an answer.
    if (!signal.aborted) throw error;
  }
}

async function sendServerStatus(
  port: Runtime.Port,
  { key, isSetup = false }: CheckMessage,
  open: AbortSignal,
): Promise<void> {
  const checked = await (isSetup ? checkSetup() : checkServer());
  if (!open.aborted) post(port, { type: 'server-status', ...checked, key });
}

async function openPage(page: OpenedPage): Promise<void> {
  if (page === 'options') {
    await browser.runtime.openOptionsPage();
    return;
  }
  if (page === 'history') {
    await browser.tabs.create({ url: browser.runtime.getURL('extension/history/history.html') });
    return;
  }
  if (page === 'setup') {
    await openWelcomePage();
    return;
  }
  await openPairingPage();
}

function post(port: Runtime.Port, message: BackgroundMessage): void {
  port.postMessage(message);
}
