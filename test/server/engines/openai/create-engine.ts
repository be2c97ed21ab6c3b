import type { Engine, EngineCall } from '../../../../server/engines/engine.ts';
import { createOpenaiEngine, type OpenaiSettings } from '../../../../server/engines/openai/openai-engine.ts';
import { createCall } from '../collect-events.ts';

/** An engine as tests need it: limits that never matter, hardly any wait when the server is busy. */
export function createEngine(baseUrl: string, settings: Partial<OpenaiSettings> = {}): Engine {
  return createOpenaiEngine({
    baseUrl,
    numCtx: 8_192,
    concurrency: 32,
    firstTokenTimeoutMs: 60_000,
    stallTimeoutMs: 60_000,
    firstWaitMs: 1,
    ...settings,
  });
}

/** A call as the pipeline makes it. */
export function createPromptCall(call: Partial<EngineCall> = {}): EngineCall {
  return {
    ...createCall({ model: 'qwen3-8b' }),
    maxOutputTokens: 100,
    prompt: { messages: [{ role: 'user', content: 'Translate: Hi' }], sampling: { temperature: 0.2 } },
    ...call,
  };
}
