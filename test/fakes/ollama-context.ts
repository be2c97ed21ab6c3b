import { generate, doneLine } from './ollama-answers.ts';
import type { Behaviour, ChatBody } from './ollama-exchange.ts';
import { fails } from './ollama-misfortunes.ts';

interface ContextOptions {
  /** How many tokens the model makes of a text. Default: one for three UTF-16 units. */
  countTokens?: (text: string) => number;
  /** What the model answers. Default: the text it was given, as it is. */
  translate?: (text: string) => string;
}

/** The text that a prompt of ours asks to translate: what stands between its two delimiter lines. */
export function getAskedText({ messages = [] }: ChatBody): string {
  const content = messages.at(-1)?.content ?? '';
  return /\n(={5}(?:\d+={5})?)\n(?<text>[^]*)\n\1\n/.exec(content)?.groups?.['text'] ?? content;
}

/**
 * A model with a context of `num_ctx` tokens, as a real one: a prompt that does not fit is refused, and an answer stops where the context
 * is full.
 */
export function translatesWithinContext(options: ContextOptions = {}): Behaviour {
  const countTokens = options.countTokens ?? countByLength;
  const translate = options.translate ?? String;
  return async (exchange) => {
    const body = exchange.request.body ?? {};
    const room = Number(body.options?.['num_ctx']);
    const promptTokens = countTokens((body.messages ?? []).map(({ content }) => content).join('\n'));
    if (promptTokens >= room) {
      await fails(400, 'the input length exceeds the context length')(exchange);
      return;
    }
    const answer = translate(getAskedText(body));
    const most = Math.min(Number(body.options?.['num_predict']), room - promptTokens);
    const isCut = countTokens(answer) > most;
    const whole = isCut ? answer.slice(0, Math.floor((answer.length * most) / countTokens(answer))) : answer;
    await generate(exchange, cutInPieces(whole.toWellFormed()));
    const done = {
      done_reason: isCut ? 'length' : 'stop',
      prompt_eval_count: promptTokens,
      eval_count: Math.min(countTokens(answer), most),
    };
    await exchange.write(doneLine(exchange, done));
    await exchange.end();
  };
}

/** A few pieces, as of a fast model, none of which ends within a character. */
function cutInPieces(text: string): string[] {
  return text.match(/.{1,200}/gsu) ?? [];
}

function countByLength(text: string): number {
  return Math.ceil(text.length / 3);
}
