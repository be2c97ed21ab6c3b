import type { EngineState } from '../engine.ts';
import type { OllamaFailure } from './ollama-error.ts';
import type { Fail } from './ollama-fetch.ts';
import { hasModel, listInstalled } from './ollama-models.ts';

interface ProbeOptions {
  url: string;
  /** The model that should be there. */
  model: string;
  fetch: typeof fetch;
  fail: Fail;
}

/** Looks whether Ollama answers and has the model. Any failure means that it is not there. */
export async function probeOllama({ url, model, fetch, fail }: ProbeOptions): Promise<EngineState> {
  function describeLack(failure: OllamaFailure): Pick<EngineState, 'message' | 'fix'> {
    const { message, hint } = fail(failure);
    return { message, ...(hint !== undefined && { fix: hint }) };
  }

  let models: string[];
  try {
    models = await listInstalled(url, fetch);
  } catch (cause) {
    return { available: false, models: [], ...describeLack({ kind: 'unreachable', cause }) };
  }
  if (!hasModel(models, model)) {
    return { available: true, models, ...describeLack({ kind: 'status', status: 404, error: '' }) };
  }
  return { available: true, models, message: `Ollama answers on ${url} and has the model ${model}.` };
}
