/** What the icon at a selection says: its script, which is in every page, has no room for the other words. */
export const translateWord = 'Translate';

/**
 * Every word of the user interface, in one place: the extension and the server's pages say the same. Plain and short; a failure
 * says what happened, then what to do.
 */
export const words = {
  translation: 'Translation',
  textToTranslate: 'Text to translate',
  targetLanguage: 'Translate into',
  recentLanguages: 'Recent',
  allLanguages: 'All languages',
  alreadyIn: (first: string, second: string) => `Already in ${first}, so here it is in ${second}.`,
  translate: translateWord,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'This page does not let anything be copied.',
  stop: 'Stop',
  close: 'Close',
  openOptions: 'Open options',
  options: 'Options',
  panelHint: 'Select text on a page, right-click it and choose “Translate”.',

  serverAddress: 'Server address',
  serverAddressAdvice: 'On this computer: 127.0.0.1 or localhost, and the port.',
  serverAddressWrong: 'This must be 127.0.0.1 or localhost with a port, like 127.0.0.1:9000.',
  tokenOptional: 'Only if the server was started with one.',
  saved: 'Saved',
  connection: 'Connection',
  checking: 'Asking the server',
  connected: 'The server answers',
  checkAgain: 'Check again',
  checkInterrupted: 'The browser interrupted the question to the server.',

  starting: 'Starting',
  queued: 'Waiting in line',
  queuedAt: (position: number) => `Waiting in line, place ${position}`,
  loading: 'Loading the model',
  reading: 'Reading the text',
  thinking: 'Thinking',
  writing: 'Writing',
  reconnecting: 'Reconnecting',
  translated: 'Translated',
  unchanged: 'Nothing needed translating',
  stopped: 'Stopped',
  stoppedHalfway: 'Stopped. This is not the whole text.',

  builtInModel: (model: string) => `built-in model ${model}`,
  engineModel: (engine: string, model: string) => `${engine}, ${model}`,

  /** What a reader may ask of a translation, by the name of the option. */
  wishes: {
    instructions: 'instructions',
    formality: 'form of address',
    glossary: 'glossary',
    model: 'choice of model',
  } as Partial<Record<string, string>>,
  ignored: (wishes: string) => `This engine cannot follow your ${wishes}.`,

  incomplete: 'This is not the whole text.',
  lengthLimit: 'The model stopped at its length limit, so the end is missing.',
  partFailed: 'A part could not be translated.',
  cut: 'The connection to the server was cut.',
  interrupted: 'The browser interrupted the translation.',
  noText: 'No text is selected.',
  noTextAdvice: 'Select some text, then try again.',
  hiddenFrame: 'The selected text is in a frame of another site.',
  hiddenFrameAdvice:
    'The shortcut can read it there only if you allow Dragoman on all sites. It reads nothing but what you select. Or right-click the text and choose “Translate”.',
  unreachable: 'The Dragoman server is not running.',
  unreachableAdvice: (server: string) =>
    `Start it with “npm start” in its folder. It was looked for at ${server}.`,
  silent: (server: string) => `The server at ${server} does not answer.`,
  silentAdvice: 'Start it again, or check the server address.',
  unreadable: (server: string) => `What answered at ${server} is not a Dragoman server.`,
  unreadableAdvice: 'Check the server address.',
  unauthorizedAdvice: 'Enter the token that the server was started with.',
  streamGone: 'The server no longer has this translation.',
  streamGoneAdvice: 'What is missing can be translated again.',
  outdatedPage: 'Dragoman was updated.',
  outdatedPageAdvice: 'Reload this page to translate here again.',
  permission: 'The browser does not let Dragoman talk to the server on this computer yet.',
  permissionAdvice:
    'Allow it once; the translation then goes on by itself. If this closes meanwhile, open it again.',
  pairing: 'Let this browser use your server.',
  pairingAdvice:
    'Open the pairing page and allow the request that shows this number. The translation then goes on by itself. If this closes meanwhile, open it again.',
  pairingDenied: 'The server does not let this browser in.',
  pairingDeniedAdvice: 'It was denied on the page. It can ask once more after five minutes.',

  retry: 'Try again',
  goOn: 'Go on',
  pair: 'Open pairing page',
  allow: 'Allow',
  reload: 'Reload page',

  httpInterface: 'HTTP interface',
  readyLanguages: 'Ready',
  otherLanguages: 'Not with the engine that runs now',
  token: 'Token',
  tokenNeeded: 'This server asks for a token.',
  tokenWrong: 'That is not this server’s token.',
  tokenAdvice: 'It is what the server was started with. This page forgets it when it is closed or reloaded.',
  proceed: 'Continue',
} as const;

/** What only the popup says. */
export const popupWords = {
  sourceLanguage: 'Translate from',
  detect: 'Detect language',
  detected: (language: string) => `${language}, detected`,
  swap: 'Swap languages',
  history: 'History',
} as const;

/** What only the page with the last translations says, and the options of them. */
export const historyWords = {
  keep: 'Keep the last translations',
  keepAdvice: 'At most 200, on this computer only, and nothing from private windows.',
  search: 'Search',
  clear: 'Clear all',
  remove: 'Delete',
  removed: (count: number) => (count === 1 ? 'Deleted.' : `${count} translations deleted.`),
  undo: 'Undo',
  empty: 'No translations are kept.',
  notFound: 'Nothing was found.',
  pair: (source: string, target: string) => `${source} → ${target}`,
  exportAs: 'Export',
  formats: { csv: 'CSV', json: 'JSON', anki: 'Anki' },
} as const;

/** What only the options say, wherever they stand: scripts in pages of others do without it. */
export const optionsWords = {
  savedByNewer: 'Not saved: a newer version of Dragoman has been here.',
  secondLanguage: 'If it is in that language already',
  secondLanguageAdvice: 'Text that needs no translation into the first language goes into this one.',
  noSecondLanguage: 'Leave it as it is',
  engine: 'Engine',
  engines: { ollama: 'Ollama', openai: 'OpenAI-compatible server', bergamot: 'Built-in models' },
  model: 'Model',
  serversChoice: 'The server’s choice',
  serversChoiceOf: (choice: string) => `The server’s choice: ${choice}`,
  notReady: (name: string) => `${name} (not ready)`,
  formality: 'Form of address',
  formalities: { default: 'As in the text', more: 'Formal', less: 'Informal' },
  instructions: 'Instructions for every translation',
  instructionsAdvice: 'For instance: “Keep product names in English.” Not every engine can follow them.',
  waysIn: 'When you select text with the mouse',
  iconAtSelection: 'Show an icon beside it',
  iconAtSelectionAdvice:
    'A click on it translates. It needs the permission to run on all sites, for which the browser asks you; nothing leaves the page before you click.',
  translateAtOnce: 'Translate it at once while a key is held',
  translateAtOnceAdvice:
    'It needs the permission to run on all sites, for which the browser asks you; only what you select with the key held is sent to your server.',
  atOnceKey: 'Key',
  atOnceKeyAdvice: 'On some systems Alt moves windows: choose another there.',
  atOnceKeys: { alt: 'Alt', control: 'Ctrl', shift: 'Shift' },
  notAllowed: 'Not switched on, because the browser was not allowed to run Dragoman on all sites.',
} as const;

/** What only the page for the first run says. Of each step that is missing one sentence, and one command or button. */
export const setupWords = {
  title: 'Set up Dragoman',
  finished: 'Dragoman is ready',
  again: 'Set up again',
  steps: {
    permission: 'This computer may be reached',
    server: 'The server runs',
    pairing: 'The server lets this browser in',
    engine: 'An engine and a model translate',
    translation: 'A first translation',
  },
  states: { done: 'Done', now: 'Now', later: 'Later' },
  allow: 'Let Dragoman talk to the server on this computer; it talks to nothing else.',
  start: (server: string) => `Start the server in its folder, so that it answers at ${server}.`,
  startAgain: (server: string) =>
    `Stop what runs at ${server} without an answer, and start the server again.`,
  otherProgram: (server: string) =>
    `What answers at ${server} is another program, so choose another address.`,
  token: 'Enter the token that the server was started with.',
  pair: 'Open the pairing page and allow the request that shows this number.',
  denied: 'It was denied on the pairing page, and is asked once more after five minutes.',
  otherLanguages: (language: string) =>
    `The built-in models do not know ${language}: with Ollama running, get a model that does.`,
  copyCommand: 'Copy command',
  sample: {
    lang: 'en',
    text: 'The best time to plant a tree was twenty years ago. The second best time is now.',
  },
  otherSample: {
    lang: 'pt',
    text: 'O melhor momento para plantar uma árvore foi há vinte anos. O segundo melhor é agora.',
  },
  usage: 'On any page, select text, right-click it and choose “Translate”.',
  usageWithKeys: (shortcut: string) =>
    `On any page, select text and press ${shortcut}, or right-click it and choose “Translate”.`,
} as const;

/** What only the page with all options says, beside what other pages say too. */
export const optionsPageWords = {
  onThisPage: 'On this page',
  languagesSection: 'Languages',
  styleSection: 'Style',
  serverSection: 'Server and engine',
  glossarySection: 'Glossary',
  selectionSection: 'Selecting text',
  sitesSection: 'Sites',
  shortcutsSection: 'Keyboard shortcuts',
  appearanceSection: 'Appearance',
  privacySection: 'Privacy',
  backupSection: 'Backup',
  notSaved: 'Not saved: the browser could not write it down.',
  undoDelete: 'Undo',
  rowDeleted: 'Deleted.',
  deleteRow: (name: string) => `Delete ${name}`,
  emptyRow: 'the empty row',
  showMore: 'Show more',

  glossaryAdvice:
    'Terms with a fixed translation. Those that a text holds go to your server with it; not every engine can follow them.',
  term: 'Term',
  termTranslation: 'Translation',
  addTerm: 'Add a term',
  termIncomplete: 'Not used yet: it needs a term and a translation.',
  termTwice: 'Not used: this term stands above already.',
  glossaryFull: 'Not saved: a glossary may hold 300,000 characters. Delete some terms first.',
  importTerms: 'Import CSV or TBX',
  exportTermsCsv: 'Export CSV',
  exportTermsTbx: 'Export TBX',
  imported: (added: number, there: number, unreadable: number) =>
    `Added: ${added}. Already there: ${there}. Unreadable: ${unreadable}.`,
  importFull: (left: number) => `No room was left for: ${left}.`,
  fileUnreadable: 'This file could not be read. Nothing was changed.',
  noTerms: 'This file holds no terms. Nothing was changed.',
  otherPair: (languages: string, target: string) =>
    `This file has terms in ${languages}, but none in ${target}, which you translate into. Nothing was changed.`,
  saveFailed: 'The file could not be saved.',

  sitesAdvice: 'A rule holds for a site and all below it: example.org covers www.example.org too.',
  site: 'Site',
  siteRule: 'Rule',
  siteExample: 'example.org',
  addSite: 'Add a site',
  neverHere: 'Never here',
  alwaysInto: (language: string) => `Always into ${language}`,
  siteWrong: 'Not saved: this must be the name of a site, like example.org.',
  siteTwice: 'Not saved: this site stands above already.',
  siteRefused: (host: string) => `You chose that Dragoman does nothing on ${host}.`,
  siteRefusedAdvice: 'Translate this once, or let it work there again.',
  translateOnce: 'Translate once',
  removeRule: 'Remove the rule',

  shortcutsAdvice: 'The browser keeps them, and sees to it that no two are the same.',
  noShortcut: 'None',
  openPopup: 'Open the popup',
  changeShortcuts: 'Change shortcuts',

  theme: 'Colours',
  themeOfSystem: 'As the system',
  lightTheme: 'Light',
  darkTheme: 'Dark',
  textSize: 'Text size',
  smallText: 'Small',
  mediumText: 'Medium',
  largeText: 'Large',
  largestText: 'Largest',
  appearanceAdvice: 'Holds at once in every window and on every page.',

  storedAdvice: 'All of this is in this browser only:',
  kept: 'What is kept',
  amount: 'How much',
  keptSettings: 'Settings that you changed',
  keptTerms: 'Terms of the glossary',
  keptSites: 'Rules for sites',
  keptHistory: 'Translations',
  keptLanguages: 'Languages chosen last',
  keptOther: 'Other notes, like waiting times',
  keptPopup: 'Characters in the popup, until the browser closes',
  deleteAll: 'Delete everything',
  deleteAllAdvice: 'This deletes all settings, terms, rules and translations, and cannot be undone.',
  deleteAllNow: 'Delete it now',
  keepAll: 'Keep it',
  allDeleted: 'Everything was deleted.',
  deleteFailed: 'The browser could not delete it.',

  backupAdvice:
    'One file with your settings, your glossary and your rules for sites. On import, settings are replaced; terms, rules and translations are added to those that are there.',
  withHistory: 'With the translations that are kept',
  withHistoryAdvice: 'Whoever has the file can read them.',
  withToken: 'With the server’s token',
  withTokenAdvice: 'Whoever has the file can use your server.',
  exportBackup: 'Save a backup',
  importBackup: 'Import a backup',
  backupForeign: 'This file is no backup of Dragoman. Nothing was changed.',
  backupNewer: 'This backup was made by a newer version of Dragoman. Nothing was changed.',
  backupDamaged: (where: string) => `This backup is damaged at “${where}”. Nothing was changed.`,
  backupImported: 'The backup was imported.',
  backupAsksPermission:
    'What watches your selections is off: switch it on again, for the browser asks you to allow it.',
} as const;
