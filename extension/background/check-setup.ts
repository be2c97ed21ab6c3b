import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { languagesSchema } from '../../shared/server-information.ts';
import { say } from '../../shared/say.ts';
import type { EngineChoice } from '../messages/background-message.ts';
import { nameLanguage } from '../messages/list-language-choices.ts';
import { loadSettings } from '../settings/settings.ts';
import { checkServer, type ServerCheck } from './check-server.ts';
import { getPairingCode } from './pairing-code.ts';
import { requestPairing } from './request-pairing.ts';
import { callServer, type Server } from './server-client.ts';

/** A server that has just answered does it again. */
const answerMs = 5000;

type Engines = ServerCheck['engines'];

/** What a translation into the target of the settings would lack, the first first: asks to be paired where that is it. */
export async function checkSetup(): Promise<ServerCheck> {
  const settings = await loadSettings();
  const { server: address, token, target } = settings;
  const checked = await checkServer(settings);
  const { status, engines } = checked;
  // Without engines it is the server that is missing.
  if (engines.length === 0) return checked;
  const signal = AbortSignal.timeout(answerMs);
  const server: Server = { address, token };
  try {
    const missing =
      (await checkPairing(server, signal)) ??
      (status.kind === 'ready'
        ? (findMissingModel(engines, status) ??
          (await findMissingPair(server, { target, engine: status.engine, engines, signal })))
        : undefined);
    return missing ? { status: missing, engines } : checked;
  } catch (error) {
    if (!signal.aborted) throw error;
    return { status: { kind: 'silent', server: address }, engines };
  }
}

/** By a small question of the kind that only those may ask who are let in; what the server tells everybody shows nothing. */
async function checkPairing(server: Server, signal: AbortSignal): Promise<Obstacle | undefined> {
  const call = {
    method: 'POST',
    path: '/v1/detect',
    body: { text: 'text' },
    signal,
  } as const;
  const answer = await callServer(server, call);
  if (answer instanceof Response) return undefined;
  const isAsked = answer.kind === 'problem' && answer.error.code === 'pairing_required';
  return isAsked ? requestPairing(server, await getPairingCode(), signal) : answer;
}

/** An engine answers without its model, too. */
export function findMissingModel(engines: Engines, { engine, model }: EngineChoice): Obstacle | undefined {
  const used = engines.find(({ name }) => name === engine);
  if (used?.fix === undefined || used.models.includes(model)) return undefined;
  const { message, fix: hint } = used;
  return { kind: 'problem', error: { code: 'model_not_found', message, hint, retryable: true } };
}

async function findMissingPair(
  server: Server,
  wanted: { target: string; engine: string; engines: Engines; signal: AbortSignal },
): Promise<Obstacle | undefined> {
  const { target, engine, engines, signal } = wanted;
  const answer = await callServer(server, { method: 'GET', path: '/v1/languages', signal });
  if (!(answer instanceof Response)) return answer;
  const known = languagesSchema
    .safeParse(await answer.json())
    .data?.pairs.find((one) => one.engine === engine);
  const fits = (tag: string): boolean => getLanguageSubtag(tag) === getLanguageSubtag(target);
  if (!known || known.any || known.pairs.some((pair) => fits(pair.target))) return undefined;
  const message = say('setupOtherLanguages', nameLanguage(target));
  const ollama = engines.find(({ name }) => name === 'ollama');
  const hint = ollama && `ollama pull ${ollama.defaultModel}`;
  const error = { code: 'unsupported_language', message, retryable: false } as const;
  return { kind: 'problem', error: hint === undefined ? error : { ...error, hint } };
}
