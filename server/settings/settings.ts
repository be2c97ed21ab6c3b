import { Command, InvalidArgumentError, Option } from 'commander';
import process from 'node:process';
import { TranslationError } from '../../shared/translation-error.ts';
import { engineNames, type EngineName } from '../../shared/translate-request.ts';
import { isLoopbackHost } from '../access/loopback.ts';
import { getDefaultDataFolder } from './default-data-folder.ts';
import { parseDuration, parseSize } from './units.ts';

/** Everything that can be set; each member's meaning, default and flag are in `createCommand`. */
export interface Settings {
  host: string;
  port: number;
  engine: EngineName | 'auto';
  model: string;
  ollamaHost: string;
  token?: string;
  dataDir: string;
  numCtx: number;
  keepAliveMs: number;
  concurrency: number;
  queueLimit: number;
  maxChars: number;
  maxTexts: number;
  bodyLimitBytes: number;
  firstTokenTimeoutMs: number;
  stallTimeoutMs: number;
  deadlineMs: number;
  allowOrigin: string[];
  allowHost: string[];
  logLevel: (typeof logLevels)[number];
}

/** Settings whose members say their unit; their flags take it with the value (`--keep-alive 30m`). */
const unitNames = {
  keepAlive: 'keepAliveMs',
  bodyLimit: 'bodyLimitBytes',
  firstTokenTimeout: 'firstTokenTimeoutMs',
  stallTimeout: 'stallTimeoutMs',
  deadline: 'deadlineMs',
} as const;

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/**
 * Settings from flags and environment (`--port` = `DRAGOMAN_PORT`, and so on; the flag wins). Throws `invalid_request` with one sentence that
 * names the flag for unknown flags, values that mean nothing and values that contradict each other.
 */
export function readSettings(flags: readonly string[]): Settings {
  const command = createCommand();
  forgetEmptyVariables(command);
  try {
    command.parse(flags, { from: 'user' });
  } catch (error) {
    throw new TranslationError('invalid_request', getFirstSentence(error), {
      hint: 'See --help.',
      cause: error,
    });
  }
  const settings = nameUnits(command.opts());
  refuseContradictions(settings);
  return settings;
}

/** An empty variable is an unset one, as everywhere; commander would take it for a value. */
function forgetEmptyVariables({ options }: Command): void {
  const names = options.flatMap(({ envVar }) => envVar ?? []);
  for (const name of names.filter((variable) => process.env[variable] === '')) {
    Reflect.deleteProperty(process.env, name);
  }
}

function nameUnits(options: Readonly<Record<string, unknown>>): Settings {
  const names: Readonly<Record<string, string>> = unitNames;
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [names[name] ?? name, value]),
  ) as unknown as Settings;
}

/** The flags with their defaults, as `--help` shows them. */
export function createCommand(): Command {
  const command = new Command('dragoman')
    .description('Translates with your own model; nothing leaves this machine.')
    .allowExcessArguments(false)
    .exitOverride((error) => {
      if (error.code === 'commander.helpDisplayed') process.exit(0);
      throw error;
    })
    .configureOutput({ outputError: () => undefined });
  for (const option of [...listNetworkOptions(), ...listEngineOptions(), ...listLimitOptions()])
    command.addOption(option);
  return command;
}

function listNetworkOptions(): Option[] {
  return [
    define('--host <address>', 'address to listen on; beyond loopback only with a token', '127.0.0.1'),
    define('--port <number>', 'port to listen on; 0 takes a free one', 9000).argParser(
      wholeNumber(0, 65_535),
    ),
    define('--token <secret>', 'what every request must then carry as "Authorization: Bearer …"'),
    define('--allow-origin <origin>', 'another web origin that may call; repeatable', []).argParser(collect),
    define('--allow-host <name>', 'another Host name that is answered; repeatable', []).argParser(collect),
    define(
      '--data-dir <folder>',
      'where paired extensions are kept',
      getDefaultDataFolder(process.platform, process.env),
    ),
    define('--log-level <level>', 'what is logged on stderr; never any text', 'info').choices(logLevels),
  ];
}

function listEngineOptions(): Option[] {
  return [
    define('--engine <name>', 'which engine translates', 'auto').choices(['auto', ...engineNames]),
    define('--model <name>', "Ollama's model", 'qwen3:8b'),
    define('--ollama-host <address>', 'where Ollama listens', 'http://127.0.0.1:11434').env('OLLAMA_HOST'),
    define('--num-ctx <tokens>', "size of the model's context", 8192).argParser(wholeNumber(512, 1_048_576)),
    define('--keep-alive <duration>', 'how long Ollama keeps the model loaded', 30 * 60_000).argParser(
      duration(0),
    ),
    define('--concurrency <number>', 'how many translations Ollama runs at once', 1).argParser(
      wholeNumber(1, 64),
    ),
    define('--first-token-timeout <duration>', 'how long the first word may take', 5 * 60_000).argParser(
      duration(1),
    ),
    define('--stall-timeout <duration>', 'how long a model may fall silent; 10s at least', 60_000).argParser(
      duration(1),
    ),
    define('--deadline <duration>', 'how long one translation may take in all', 30 * 60_000).argParser(
      duration(1),
    ),
  ];
}

function listLimitOptions(): Option[] {
  return [
    define('--queue-limit <number>', 'how many translations may wait', 64).argParser(wholeNumber(0, 10_000)),
    define('--max-chars <number>', 'how long the texts of a request may be together', 100_000).argParser(
      wholeNumber(1, 100_000_000),
    ),
    define('--max-texts <number>', 'how many texts a request may hold', 1000).argParser(
      wholeNumber(1, 100_000),
    ),
    define('--body-limit <size>', 'how large the body of a request may be', 2 * 1024 ** 2).argParser(size),
  ];
}

function define(flags: string, description: string, defaultValue?: unknown): Option {
  const option = new Option(flags, description);
  const name = option.attributeName().replaceAll(/[A-Z]/g, '_$&').toUpperCase();
  return option.env(`DRAGOMAN_${name}`).default(defaultValue);
}

function wholeNumber(least: number, most: number) {
  return (value: string): number => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Timers take no more: 2^31 - 1 ms, nearly 25 days. */
const longestMs = 2_147_483_647;

function duration(leastMs: number) {
  return (value: string): number => {
    const milliseconds = parseDuration(value);
    if (milliseconds !== undefined && milliseconds >= leastMs && milliseconds <= longestMs)
      return milliseconds;
    throw new InvalidArgumentError(
      'It must be a duration such as 500ms, 10s, 5m or 1h, and at most 24 days.',
    );
  };
}

function size(value: string): number {
  const bytes = parseSize(value);
  if (bytes !== undefined) return bytes;
  throw new InvalidArgumentError('It must be a size such as 500kb or 2mb.');
}

/** In the environment several values are separated by commas; as flags the option is given several times. */
function collect(value: string, values: string[]): string[] {
  return [...values, ...value.split(',').map((part) => part.trim())];
}

function getFirstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
}

function refuseContradictions({ host, token, stallTimeoutMs }: Settings): void {
  if (!isLoopbackHost(host) && !token) {
    throw new TranslationError(
      'invalid_request',
      `--host ${host} is open to other machines, but --token is not set; set a token or leave the host out.`,
    );
  }
  // A header can carry nothing else (RFC 6750, section 2.1).
  if (token !== undefined && !/^[!-~]+$/.test(token)) {
    throw new TranslationError(
      'invalid_request',
      '--token must be of visible ASCII characters, without spaces.',
    );
  }
  if (stallTimeoutMs < 10_000) {
    throw new TranslationError(
      'invalid_request',
      `--stall-timeout ${stallTimeoutMs}ms is under 10s, which healthy models need now and then.`,
    );
  }
}
