import { TranslationError } from '../../shared/translation-error.ts';
import { isLoopbackHost } from '../access/loopback.ts';
import { quote } from '../access/refusal.ts';
import type { Settings } from './settings.ts';

/** Throws `invalid_request` with one sentence when values contradict each other or, each well formed, cannot be meant. */
export function refuseContradictions(settings: Settings): void {
  const sentence = findContradiction(settings);
  if (sentence !== undefined) throw new TranslationError('invalid_request', sentence);
}

function findContradiction(settings: Settings): string | undefined {
  const { addToken, removeToken } = settings;
  if (addToken !== undefined && removeToken !== undefined) {
    return `--add-token ${addToken} and --remove-token ${removeToken} are two commands; give one at a time.`;
  }
  // A command starts no server: what else is set does not matter.
  return addToken === undefined && removeToken === undefined ? findServerContradiction(settings) : undefined;
}

function findServerContradiction({ host, token, stallTimeoutMs, ...openai }: Settings): string | undefined {
  if (!isLoopbackHost(host) && !token) {
    return `--host ${quoteOddHost(host)} is open to other machines, but --token is not set; set a token or leave the host out.`;
  }
  if (!isHeaderWord(token)) return '--token must be of visible ASCII characters, without spaces.';
  if (stallTimeoutMs < 10_000) {
    return `--stall-timeout ${stallTimeoutMs}ms is under 10s, which healthy models need now and then.`;
  }
  return findOpenaiContradiction(openai);
}

/** None of the sentences repeats the address or the key: either may hold a secret. */
function findOpenaiContradiction({
  engine,
  openaiBaseUrl,
  openaiApiKey,
}: Pick<Settings, 'engine' | 'openaiBaseUrl' | 'openaiApiKey'>): string | undefined {
  if (engine === 'openai' && openaiBaseUrl === undefined) {
    return '--engine openai needs the address of the server; set --openai-base-url, as http://127.0.0.1:8000/v1.';
  }
  if (openaiBaseUrl !== undefined && !isPlainUrl(openaiBaseUrl)) {
    return '--openai-base-url must be an http or https address without user name, password, query and fragment, as http://127.0.0.1:8000/v1.';
  }
  if (!isHeaderWord(openaiApiKey)) {
    return 'OPENAI_API_KEY must be of visible ASCII characters, without spaces.';
  }
  return undefined;
}

/** Spaces, control characters and nothing at all are seen in quotes only. */
function quoteOddHost(host: string): string {
  return /^[\w.:[\]%-]+$/.test(host) ? host : quote(host);
}

/** A bearer token can carry nothing else (RFC 6750, section 2.1). */
function isHeaderWord(value = '-'): boolean {
  return /^[!-~]+$/.test(value);
}

function isPlainUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  const isWeb = ['http:', 'https:'].includes(protocol) && /^https?:\/\//i.test(value);
  return isWeb && username + password === '' && !/[?#@]/.test(value);
}
