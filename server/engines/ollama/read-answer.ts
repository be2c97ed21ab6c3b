import type { ChatResponse } from 'ollama';
import type { EngineEvent } from '../engine.ts';
import type { Fail } from './ollama-fetch.ts';

/** What Ollama's lines say, as an engine's events; throws when the prompt had been cut. */
export async function* readAnswer(
  lines: AsyncIterable<ChatResponse>,
  { numCtx, fail }: { numCtx: number; fail: Fail },
): AsyncGenerator<EngineEvent, void> {
  for await (const line of lines) {
    const { content, thinking = '' } = line.message;
    if (thinking !== '') yield { type: 'thought', chars: thinking.length };
    if (content !== '') yield { type: 'text', text: content };
    if (!line.done) continue;
    // Servers that know no `truncate: false` cut the prompt in silence; then it takes the whole context.
    if (line.prompt_eval_count >= numCtx) throw fail({ kind: 'incomplete', how: 'prompt-cut' });
    yield readEnd(line);
  }
}

/** The package's types promise the numbers; real servers leave some out. */
function readEnd(line: Partial<ChatResponse>): EngineEvent {
  const { prompt_eval_count: inputTokens, eval_count: outputTokens, load_duration: loadNs } = line;
  return {
    type: 'end',
    reason: line.done_reason === 'length' ? 'length' : 'stop',
    usage: {
      ...(inputTokens !== undefined && { inputTokens }),
      ...(outputTokens !== undefined && { outputTokens }),
      ...(loadNs !== undefined && { loadMs: Math.round(loadNs / 1e6) }),
    },
  };
}
