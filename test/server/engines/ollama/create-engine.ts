import type { Engine } from '../../../../server/engines/engine.ts';
import { createOllamaEngine, type OllamaSettings } from '../../../../server/engines/ollama/ollama-engine.ts';

/** An engine as tests need it: limits that never matter, hardly any wait when Ollama is busy. */
export function createEngine(host: string, settings: Partial<OllamaSettings> = {}): Engine {
  return createOllamaEngine({
    host,
    model: 'qwen3:8b',
    numCtx: 8_192,
    keepAliveMs: 1_800_000,
    concurrency: 1,
    firstTokenTimeoutMs: 60_000,
    stallTimeoutMs: 60_000,
    firstWaitMs: 1,
    ...settings,
  });
}
