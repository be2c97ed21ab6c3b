import type { Script } from '../../fakes/scripted-dragoman.ts';
import { noEngine, stopHalfway, tellAll, texts, wantPairing } from './scripts.ts';

/** A state of one of the extension's own pages, as data. */
export interface PageScene {
  name: string;
  /** Path in the folder of the extension's pages. */
  path: string;
  script?: Script;
  /** What is stored before it is opened. */
  stored?: Readonly<Record<string, unknown>>;
  isServerGone?: true;
  /** What is typed into a field, as the reader's last act. */
  typed?: { into: string; text: string };
  /** What is clicked then. */
  clicked?: string;
  /** What is there once the state is reached. */
  ready: string;
}

const { text, phrase } = texts;

const history = Object.fromEntries(
  [text, phrase].map(({ source, target }, index) => [
    `history:${index}`,
    {
      id: String(index),
      at: 1_790_000_000_000,
      source: 'en',
      target: 'pt',
      text: source,
      translation: target,
    },
  ]),
);

const glossary = [
  { source: 'river', target: 'rio' },
  { source: 'sun', target: '' },
];
const siteRules = [
  { host: 'example.com', rule: 'never' },
  { host: 'example.org', rule: 'de' },
];

const welcome = 'welcome/welcome.html';
const popup = 'popup/popup.html';
const options = 'options/options.html';

export const pageScenes: readonly PageScene[] = [
  { name: 'popup', path: popup, ready: '.server-line' },
  {
    name: 'popup complete',
    path: popup,
    script: tellAll('text'),
    typed: { into: 'textarea', text: text.source },
    clicked: '[data-action="translate"]',
    ready: '.view[data-state="complete"]',
  },
  {
    name: 'popup without server',
    path: popup,
    isServerGone: true,
    typed: { into: 'textarea', text: text.source },
    clicked: '[data-action="translate"]',
    ready: '.view[data-state="blocked"]',
  },
  { name: 'panel', path: 'panel/panel.html', ready: '.hint' },
  { name: 'options', path: options, ready: '#backup' },
  {
    name: 'options filled',
    path: options,
    stored: { glossary, siteRules, keepHistory: true },
    ready: '#backup',
  },
  {
    name: 'options with a wrong site',
    path: options,
    stored: { siteRules },
    typed: { into: '#sites input', text: 'no site' },
    ready: '#sites [aria-invalid="true"]',
  },
  { name: 'options without server', path: options, isServerGone: true, ready: '#backup' },
  { name: 'history empty', path: 'history/history.html', ready: 'main' },
  {
    name: 'history',
    path: 'history/history.html',
    stored: { ...history, keepHistory: true },
    ready: '.history-entry, li, article',
  },
  {
    name: 'welcome without server',
    path: welcome,
    isServerGone: true,
    ready: '[data-step="server"][aria-current="step"]',
  },
  {
    name: 'welcome unpaired',
    path: welcome,
    script: wantPairing('pending'),
    ready: '[data-step="pairing"][aria-current="step"]',
  },
  {
    name: 'welcome denied',
    path: welcome,
    script: wantPairing('denied'),
    ready: '[data-step="pairing"][aria-current="step"]',
  },
  {
    name: 'welcome without engine',
    path: welcome,
    script: noEngine,
    ready: '[data-step="engine"][aria-current="step"]',
  },
  {
    name: 'welcome translating',
    path: welcome,
    script: stopHalfway(),
    ready: '.trial .view[data-state="writing"]',
  },
  {
    name: 'welcome ready',
    path: welcome,
    script: tellAll('text'),
    ready: '.trial .view[data-state="complete"]',
  },
  { name: 'all sites', path: 'all-sites/all-sites.html?tab=1', ready: 'main' },
  {
    name: 'refused site',
    path: 'refused-site/refused-site.html?tab=1&host=example.com',
    ready: 'main',
  },
];
