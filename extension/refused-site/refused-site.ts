import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import type { ReadAgainMessage } from '../messages/read-again-message.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { showMain } from '../view/show-main.ts';
import { startPage } from '../view/start-page.ts';

// A small window: on a site that the reader has ruled out nothing is shown, and nothing runs.

startPage('Dragoman');
const address = new URLSearchParams(location.search);
const tabId = Number(address.get('tab'));
const host = address.get('host') ?? '';
const once = createElement('button', { type: 'button', className: 'button' }, say('translateOnce'));
const remove = createPlainButton('remove-rule', say('removeRule'));
once.dataset['action'] = 'translate-once';
once.addEventListener('click', () => void translate());
remove.addEventListener('click', () => void removeRule());
const question = createElement(
  'div',
  { className: 'view' },
  createElement('p', { className: 'failure-line' }, say('siteRefused', host)),
  createElement('p', { className: 'failure-advice' }, say('siteRefusedAdvice')),
  createElement('div', { className: 'answers' }, once, remove),
);
showMain(question);
once.focus();

async function removeRule(): Promise<void> {
  const { siteRules } = await loadSettings();
  await saveSettings({ siteRules: siteRules.filter((site) => site.host !== host) });
  await translate();
}

async function translate(): Promise<void> {
  await browser.runtime.sendMessage({
    type: 'read-again',
    tabId,
    isRefused: true,
  } satisfies ReadAgainMessage);
  window.close();
}
