/**
 * Every word of the user interface, in one place: the extension and the server's pages say the same. Plain and short; a failure
 * says what happened, then what to do.
 */
export const words = {
  translation: 'Translation',
  textToTranslate: 'Text to translate',
  targetLanguage: 'Translate into',
  translate: 'Translate',
  translateSelection: 'Translate selection',
  copy: 'Copy',
  copied: 'Copied',
  stop: 'Stop',
  close: 'Close',
  openOptions: 'Open options',

  starting: 'Starting',
  queued: 'Waiting in line',
  queuedAt: (position: number) => `Waiting in line, place ${position}`,
  loading: 'Loading the model',
  reading: 'Reading the text',
  thinking: 'Thinking',
  writing: 'Writing',
  translated: 'Translated',
  unchanged: 'Nothing needed translating',
  stopped: 'Stopped',
  stoppedHalfway: 'Stopped. This is not the whole text.',

  builtInModel: (model: string) => `built-in model ${model}`,
  engineModel: (engine: string, model: string) => `${engine}, ${model}`,

  incomplete: 'This is not the whole text.',
  lengthLimit: 'The model stopped at its length limit, so the end is missing.',
  partFailed: 'A part could not be translated.',
  cut: 'The connection to the server was cut.',
  interrupted: 'The browser interrupted the translation.',
  noText: 'No text is selected.',
  noTextAdvice: 'Select some text, then try again.',
  unreachable: 'The Dragoman server is not running.',
  unreachableAdvice: (server: string) =>
    `Start it with “npm start” in its folder. It was looked for at ${server}.`,
  unreadable: (server: string) => `What answered at ${server} is not a Dragoman server.`,
  unreadableAdvice: 'Check the server address in the options.',
  outdatedPage: 'Dragoman was updated.',
  outdatedPageAdvice: 'Reload this page to translate here again.',
  permission: 'The browser does not let Dragoman talk to the server on this computer yet.',
  permissionAdvice: 'Allow it once; the translation then goes on by itself.',
  pairing: 'Let this browser use your server.',
  pairingAdvice:
    'Open the pairing page and allow the request that shows this number. The translation then goes on by itself.',
  pairingDenied: 'The server does not let this browser in.',
  pairingDeniedAdvice: 'Try again to ask once more.',

  retry: 'Try again',
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
