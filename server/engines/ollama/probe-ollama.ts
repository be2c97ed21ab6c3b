import { describeLack } from '../describe-lack.ts';
import type { EngineState } from '../engine.ts';
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
  let models: string[];
  try {
    models = await listInstalled(url, fetch);
  } catch (cause) {
    return { available: false, models: [], ...describeLack(fail({ kind: 'unreachable', cause })) };
  }
  if (!hasModel(models, model)) {
    return { available: true, models, ...describeLack(fail({ kind: 'status', status: 404, error: '' })) };
  }
  return { available: true, models, message: `Ollama answers on ${url} and has the model ${model}.` };
}
