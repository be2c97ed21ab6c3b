import { Command } from 'commander';
import process from 'node:process';
import type { ProfileName } from '../../shared/prompts/prompt.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EngineName } from '../../shared/translate-request.ts';
import { listOptions, type logLevels } from './options.ts';
import { refuseContradictions } from './refuse-contradictions.ts';

/** Everything that can be set; each member's meaning, default and flag are in `listOptions`. */
export interface Settings {
  host: string;
  port: number;
  engine: EngineName | 'auto';
  /** Absent: the engine's own default. */
  model?: string;
  ollamaHost: string;
  openaiBaseUrl?: string;
  /** `OPENAI_API_KEY`; no flag. Goes to `openaiBaseUrl` and nowhere else. */
  openaiApiKey?: string;
  token?: string;
  dataDir: string;
  numCtx: number;
  keepAliveMs: number;
  /** Absent: the engine's own default. */
  concurrency?: number;
  checks: boolean;
  profile: ProfileName | 'auto';
  queueLimit: number;
  maxChars: number;
  maxTexts: number;
  maxStreams: number;
  /** Absent: streams are kept in this server's memory. */
  redisUrl?: string;
  graceMs: number;
  bodyLimitBytes: number;
  firstTokenTimeoutMs: number;
  stallTimeoutMs: number;
  deadlineMs: number;
  allowOrigin: string[];
  allowHost: string[];
  logLevel: (typeof logLevels)[number];
  /** A command: no server is started. No variable. */
  addToken?: string;
  /** A command, as well. */
  removeToken?: string;
}

/** Settings whose members say their unit; their flags take it with the value (`--keep-alive 30m`). */
const unitNames = {
  keepAlive: 'keepAliveMs',
  bodyLimit: 'bodyLimitBytes',
  firstTokenTimeout: 'firstTokenTimeoutMs',
  stallTimeout: 'stallTimeoutMs',
  deadline: 'deadlineMs',
  grace: 'graceMs',
} as const;

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
  // An empty variable is an unset one here too.
  const openaiApiKey = process.env.OPENAI_API_KEY || undefined;
  const settings = { ...nameUnits(command.opts()), ...(openaiApiKey && { openaiApiKey }) };
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
  for (const option of listOptions()) command.addOption(option);
  return command;
}

function getFirstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
}
