import { request, type Agent, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { readEventStream } from '../../shared/event-stream-reader.ts';
import { problemSchema } from '../../shared/problem.ts';
import { Fault } from './fault.ts';
import type { Random } from './random.ts';
import { drawSample, type Sample } from './sample.ts';
import { StreamView } from './stream-view.ts';

interface Call {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: object;
}

interface Reading {
  /** Leaves after this event. */
  leaveAfter?: number;
  /** Before this event the reader stops reading for a while. */
  pauseBefore?: number;
  pauseMs?: number;
}

/** What the server may say instead of beginning a stream. */
const refusals: readonly string[] = ['queue_full', 'too_many_requests'];

/** One client of the server, at one act: its chances, its text and its connections. */
export class Visitor {
  readonly url: string;
  readonly random: Random;
  readonly sample: Sample;
  /** Ends all that it waits for. */
  readonly signal: AbortSignal;
  readonly #parts: VisitorParts;

  constructor(url: string, parts: VisitorParts, signal: AbortSignal) {
    this.url = url;
    this.random = parts.random;
    this.signal = signal;
    this.sample = drawSample(parts.random);
    this.#parts = parts;
  }

  /** One like this, who is gone after so long. */
  leaveAfter(timeMs: number): Visitor {
    const impatience = AbortSignal.timeout(Math.ceil(timeMs));
    return new Visitor(this.url, this.#parts, AbortSignal.any([this.signal, impatience]));
  }

  /** The answer's head. */
  call({ method = 'POST', path, headers = {}, body }: Call): Promise<IncomingMessage> {
    const { origin, agent } = this.#parts;
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, {
        method,
        agent,
        signal: this.signal,
        headers: {
          ...headers,
          ...(origin !== undefined && { origin }),
          ...(body && { 'content-type': 'application/json' }),
        },
      });
      sent.once('response', resolve).on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }

  translate(more: object = {}, headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const { text: source, target } = this.sample;
    return this.call({ path: '/v1/translate', headers, body: { text: source, target, ...more } });
  }

  /** A stream that has begun, or what was said instead. */
  async begin(
    more: object = {},
    headers: Record<string, string> = {},
  ): Promise<{ view: StreamView; response: IncomingMessage } | { refusal: string }> {
    const response = await this.translate(more, headers);
    if (response.statusCode === 200) return { response, view: new StreamView(this.sample) };
    return { refusal: await this.readRefusal(response, refusals) };
  }

  /** Goes on with a stream; undefined when it is not kept any more. Throws when it cannot be gone on with all the same. */
  async goOn(view: StreamView): Promise<IncomingMessage | undefined> {
    const response = await this.call({
      method: 'GET',
      ...(this.random.chance(0.5)
        ? { path: `/v1/streams/${view.id}`, headers: { 'last-event-id': view.lastEventId } }
        : { path: `/v1/streams/${view.id}?after=${view.last}` }),
    });
    if (response.statusCode === 200) return response;
    const answer = `${String(response.statusCode)} ${await text(response)}`;
    if (response.statusCode === 410 && view.mayBeGone) return undefined;
    throw new Fault(`Going on after event ${view.last} was answered with ${answer}`);
  }

  /** Reads until the stream ends, or the reader leaves; whatever it has seen then is right. */
  async read(response: IncomingMessage, view: StreamView, reading: Reading = {}): Promise<void> {
    const { leaveAfter = Infinity, pauseBefore, pauseMs } = reading;
    for await (const event of readEventStream(response)) {
      view.take(event);
      if (view.last >= leaveAfter) break;
      if (view.last === pauseBefore) await this.pause(pauseMs ?? 0);
    }
    view.check();
    if (!view.isEnded && view.last < leaveAfter)
      throw new Fault(`The stream was cut after event ${view.last}.`);
  }

  /** The code of an answer that is no success. Throws when it is none of those that may be. */
  async readRefusal(response: IncomingMessage, allowed: readonly string[]): Promise<string> {
    const body = await text(response);
    const problem = problemSchema.safeParse(JSON.parse(body)).data;
    if (problem && allowed.includes(problem.code)) return `refused ${problem.code}`;
    throw new Fault(`The answer was ${String(response.statusCode)}: ${body.slice(0, 200)}`);
  }

  async pause(timeMs: number): Promise<void> {
    await delay(timeMs, undefined, { signal: this.signal });
  }
}

export interface VisitorParts {
  random: Random;
  /** A web page's; without one it is a local program. */
  origin: string | undefined;
  agent: Agent;
}
