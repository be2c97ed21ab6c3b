import { Option } from 'commander';
import process from 'node:process';
import { profileNames } from '../../shared/prompts/prompt.ts';
import { engineNames } from '../../shared/translate-request.ts';
import { getDefaultDataFolder } from './default-data-folder.ts';
import {
  collectValues,
  readDuration,
  readOnOrOff,
  readSize,
  readTokenName,
  readWholeNumber,
} from './option-values.ts';

/** What is logged, from nothing to everything. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** What Ollama is run with when nothing is set: its settings are the engine's own, so that they are not taken for a wish about others. */
export const ollamaDefaults = { model: 'qwen3:8b', concurrency: 1 } as const;

/** How many calls an OpenAI-compatible server runs at once when nothing is set: such servers batch them, or queue them themselves. */
export const openaiDefaults = { concurrency: 32 } as const;

/** Every flag with its environment variable, meaning and default, in the order of `--help`. */
export function listOptions(): Option[] {
  return [
    ...listNetworkOptions(),
    ...listEngineOptions(),
    ...listServerOptions(),
    ...listTranslationOptions(),
    ...listLimitOptions(),
    ...listCommandOptions(),
  ];
}

function listNetworkOptions(): Option[] {
  return [
    define('--host <address>', 'address to listen on; beyond loopback only with a token', '127.0.0.1'),
    define('--port <number>', 'port to listen on; 0 takes a free one', 9000).argParser(
      readWholeNumber(0, 65_535),
    ),
    define('--token <secret>', 'what every request must then carry as "Authorization: Bearer …"'),
    define('--allow-origin <origin>', 'another web origin that may call; repeatable', []).argParser(
      collectValues,
    ),
    define('--allow-host <name>', 'another Host name that is answered; repeatable', []).argParser(
      collectValues,
    ),
    define(
      '--data-dir <folder>',
      'where it is kept who may call: paired extensions and named tokens',
      getDefaultDataFolder(process.platform, process.env),
    ),
    define('--log-level <level>', 'what is logged on stderr; never any text', 'info').choices(logLevels),
  ];
}

function listEngineOptions(): Option[] {
  return [
    define('--engine <name>', 'which engine translates', 'auto').choices(['auto', ...engineNames]),
    define(
      '--model <name>',
      `the model of Ollama (default: "${ollamaDefaults.model}") or of the OpenAI-compatible server (default: the first it lists)`,
    ),
    define('--num-ctx <tokens>', "size of the model's context", 8192).argParser(
      readWholeNumber(512, 1_048_576),
    ),
    define(
      '--concurrency <number>',
      `how many translations a model runs at once (default: Ollama ${ollamaDefaults.concurrency}, OpenAI-compatible server ${openaiDefaults.concurrency})`,
    ).argParser(readWholeNumber(1, 10_000)),
  ];
}

function listServerOptions(): Option[] {
  return [
    define('--ollama-host <address>', 'where Ollama listens', 'http://127.0.0.1:11434').env('OLLAMA_HOST'),
    define('--keep-alive <duration>', 'how long Ollama keeps the model loaded', 30 * 60_000).argParser(
      readDuration(0),
    ),
    // Its key has no flag: the arguments of a process are shown to everybody on the machine.
    define(
      '--openai-base-url <url>',
      'where an OpenAI-compatible server listens, as http://127.0.0.1:8000/v1; its key is read from OPENAI_API_KEY',
    ).env('OPENAI_BASE_URL'),
  ];
}

function listTranslationOptions(): Option[] {
  return [
    define('--profile <name>', 'how the model is asked; auto: by its name', 'auto').choices([
      'auto',
      ...profileNames,
    ]),
    define('--checks <on|off>', 'whether translations are checked, and tried again when a check fails')
      .default(true, 'on')
      .argParser(readOnOrOff),
    define('--first-token-timeout <duration>', 'how long the first word may take', 5 * 60_000).argParser(
      readDuration(1),
    ),
    define('--stall-timeout <duration>', 'how long a model may fall silent; 10s at least', 60_000).argParser(
      readDuration(1),
    ),
    define('--deadline <duration>', 'how long one translation may take in all', 30 * 60_000).argParser(
      readDuration(1),
    ),
  ];
}

function listLimitOptions(): Option[] {
  return [
    define('--queue-limit <number>', 'how many translations may wait', 64).argParser(
      readWholeNumber(0, 10_000),
    ),
    define('--max-chars <number>', 'how long the texts of a request may be together', 100_000).argParser(
      readWholeNumber(1, 100_000_000),
    ),
    define('--max-texts <number>', 'how many texts a request may hold', 1000).argParser(
      readWholeNumber(1, 100_000),
    ),
    define('--max-streams <number>', 'how many streams a caller may have running', 8).argParser(
      readWholeNumber(1, 100_000),
    ),
    define(
      '--grace <duration>',
      'how long a stream that may be resumed goes on without a reader',
      10_000,
    ).argParser(readDuration(0)),
    define(
      '--redis-url <url>',
      'a Redis that several servers share, so that a stream can be read at each of them',
    ),
    define('--body-limit <size>', 'how large the body of a request may be', 2 * 1024 ** 2).argParser(
      readSize,
    ),
  ];
}

/** What is done instead of starting a server; no variable of the environment should stand for that. */
function listCommandOptions(): Option[] {
  return [
    new Option(
      '--add-token <name>',
      'makes a token for one program, prints it this once, and ends; servers that run take it at once',
    ).argParser(readTokenName),
    new Option('--remove-token <name>', 'takes that token away again, and ends').argParser(readTokenName),
  ];
}

function define(flags: string, description: string, defaultValue?: unknown): Option {
  const option = new Option(flags, description);
  const name = option.attributeName().replaceAll(/[A-Z]/g, '_$&').toUpperCase();
  return option.env(`DRAGOMAN_${name}`).default(defaultValue);
}
