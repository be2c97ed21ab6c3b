import { answers } from '../../fakes/ollama-answers.ts';
import type { Behaviour } from '../../fakes/ollama-exchange.ts';

/** One call of the model: what it was asked to translate, and the word by which it does. */
interface HeldCall {
  text: string;
  answer: () => void;
}

/** A fake model that answers a call only when it is told to. */
export class HeldModel {
  readonly #calls: HeldCall[] = [];
  readonly #watchers: ((call: HeldCall) => void)[] = [];
  /** What it was asked so far, oldest first. */
  readonly asked: string[] = [];

  readonly behaviour: Behaviour = async (exchange) => {
    const text = /=====\n(.*)\n=====/s.exec(exchange.request.body?.messages?.at(-1)?.content ?? '')?.[1];
    await new Promise<void>((answer) => {
      this.#note({ text: text ?? '', answer });
    });
    await answers(['Sim.'])(exchange);
  };

  /** The call that was not looked at yet, as soon as there is one. */
  next(): Promise<HeldCall> {
    const call = this.#calls.shift();
    if (call) return Promise.resolve(call);
    return new Promise((resolve) => this.#watchers.push(resolve));
  }

  #note(call: HeldCall): void {
    this.asked.push(call.text);
    const watcher = this.#watchers.shift();
    if (watcher) watcher(call);
    else this.#calls.push(call);
  }
}
