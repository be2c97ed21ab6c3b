import { TranslationError } from '../../shared/translation-error.ts';
import type { EngineName } from '../../shared/translate-request.ts';
import type { EngineState } from './engine.ts';
import { hasModel } from './ollama/ollama-models.ts';

/** What the choice is made of: the request's wish, else the setting, and what the engines say. */
export interface EngineChoice {
  /** The request's `engine`, else the setting. */
  wanted: EngineName | 'auto';
  /** The model Ollama would have to have. */
  model: string;
  /** Ollama's state; asked for only when the choice depends on it. */
  ollama: EngineState;
}

/** `auto` takes Ollama when it answers and has the model, else the embedded engine, which needs nothing. */
export function chooseEngine({ wanted, model, ollama }: EngineChoice): EngineName {
  if (wanted !== 'auto') return wanted;
  return canServe(ollama, model) ? 'ollama' : 'bergamot';
}

/** The engine that was chosen, as far as the ready lines tell of it. */
interface ChosenEngine {
  /** Empty when nobody knows. */
  model: string;
  /** What it says of itself. */
  state: EngineState;
}

/**
 * What `chooseEngine` chose and why, as one sentence for the ready lines. Says too what is missing, so that nobody finds out only at the first
 * translation.
 */
export function explainChoice(choice: EngineChoice, chosen: ChosenEngine): string {
  const { wanted, model, ollama } = choice;
  const line = `Engine: ${chooseEngine(choice)}${chosen.model === '' ? '' : ` with ${chosen.model}`}`;
  if (wanted === 'bergamot') return `${line} (as set)`;
  if (wanted === 'openai') return explainServer(`${line} (as set)`, chosen.state);
  if (canServe(ollama, model))
    return `${line} (${wanted === 'auto' ? 'it answers and has the model' : 'as set'})`;
  const why = ollama.available ? `Ollama answers but has no ${model}` : 'Ollama does not answer';
  if (wanted === 'ollama') return `${line} (as set), but ${why}. ${ollama.fix ?? ''}`.trim();
  return `${line}, built in (${why}; get better translations and all languages with: ollama pull ${model})`;
}

function explainServer(line: string, { message, fix }: EngineState): string {
  return fix === undefined ? line : `${line}. But: ${message} ${fix}`;
}

function canServe({ available, models }: EngineState, model: string): boolean {
  return available && hasModel(models, model);
}

/** The failure for an engine that this server does not run. */
export function createUnknownEngine(name: string): TranslationError {
  const start = name === 'openai' ? 'Start it with --openai-base-url, or leave' : 'Leave';
  return new TranslationError('invalid_request', `This server does not run the engine ${name}.`, {
    hint: `${start} engine out, or take one of GET /v1/engines.`,
  });
}
