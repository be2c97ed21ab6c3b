import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { errorCodes } from '../../shared/error-codes.ts';
import { readEventStream } from '../../shared/event-stream-reader.ts';
import { errorDataSchema } from '../../shared/problem.ts';
import { translateResponseSchema } from '../../shared/translate-response.ts';
import { Fault } from './fault.ts';
import type { StreamView } from './stream-view.ts';
import type { Visitor } from './visitor.ts';

/** What a client does. Says in a word or two what came of it; throws what must never be. */
export type Act = (visitor: Visitor) => Promise<string>;

/** How long the server lets a stream that may be resumed go on without a reader. */
export const graceMs = 4000;

/** The time between two packets on this machine, and between a socket's end and whoever hears of it, on a bad day. */
const slackMs = 2500;

/** Who came back to a stream that was not kept any more. */
const tooLate = 'too late';

/** What a translation without a word may be refused for. */
const engineFailures = Object.keys(errorCodes).filter(
  (code) =>
    code.startsWith('engine_') || code === 'timeout' || code === 'queue_full' || code === 'too_many_requests',
);

async function readWhole(visitor: Visitor): Promise<string> {
  const stream = await visitor.begin({ priority: visitor.random.chance(0.2) ? 'batch' : 'interactive' });
  if ('refusal' in stream) return stream.refusal;
  await visitor.read(stream.response, stream.view);
  return stream.view.outcome;
}

async function stall(visitor: Visitor): Promise<string> {
  const stream = await visitor.begin();
  if ('refusal' in stream) return stream.refusal;
  const { random } = visitor;
  const pauseMs = random.chance(0.1) ? 12_000 : random.between(500, 4000);
  await visitor.read(stream.response, stream.view, { pauseBefore: random.whole(1, 30), pauseMs });
  return stream.view.outcome;
}

/** Without `resume` that ends the stream; who looks again finds its end. */
async function leave(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const stream = await visitor.begin();
  if ('refusal' in stream) return stream.refusal;
  await visitor.read(stream.response, stream.view, { leaveAfter: random.whole(1, 40) });
  if (stream.view.isEnded) return stream.view.outcome;
  await visitor.pause(random.between(0, 500));
  const replay = stream.view.createReplay();
  const response = await visitor.goOn(replay);
  if (!response) return tooLate;
  await visitor.read(response, replay);
  return replay.outcome;
}

async function leaveAtOnce(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const impatient = visitor.leaveAfter(random.between(0, 30));
  const stream = await impatient.begin({ resume: random.chance(0.5) }).catch(() => undefined);
  if (stream && 'response' in stream) stream.response.destroy();
  return 'left';
}

async function comeBack(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const stream = await visitor.begin({ resume: true });
  if ('refusal' in stream) return stream.refusal;
  const { view } = stream;
  let wasInTime = true;
  let response: IncomingMessage | undefined = stream.response;
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    await visitor.read(response, view, { leaveAfter: view.last + random.whole(1, 30) });
    if (view.isEnded) return view.outcome;
    const leftAt = performance.now();
    await visitor.pause(random.chance(0.1) ? graceMs + slackMs : random.between(0, graceMs / 4));
    response = await visitor.goOn(view);
    if (!response) return tooLate;
    wasInTime &&= performance.now() - leftAt < graceMs - 1000;
  }
  await visitor.read(response, view);
  if (wasInTime && view.outcome === 'cancelled')
    throw new Fault('A stream was given up before its grace was over.');
  return view.outcome;
}

async function joinByKey(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const headers = { 'idempotency-key': randomUUID() };
  const first = await visitor.begin({}, headers);
  if ('refusal' in first) return first.refusal;
  await visitor.pause(random.between(0, 300));
  const second = await visitor.begin({}, headers);
  await visitor.read(first.response, first.view);
  if ('refusal' in second) return `second ${second.refusal}`;
  await visitor.read(second.response, second.view);
  const isSame = first.view.id === second.view.id;
  if (isSame && first.view.last !== second.view.last)
    throw new Fault('Two readers of one stream saw different ends.');
  if (first.view.outcome !== 'complete') return `${isSame ? 'joined' : 'anew'} ${second.view.outcome}`;
  if (!isSame && first.view.mayBeGone) return tooLate;
  if (!isSame) throw new Fault('A key of a whole stream began another one.');
  return replayByKey(visitor, headers, first.view);
}

async function replayByKey(
  visitor: Visitor,
  headers: Record<string, string>,
  view: StreamView,
): Promise<string> {
  const third = await visitor.begin({}, headers);
  if ('refusal' in third) throw new Fault(`A replay was ${third.refusal}.`);
  await visitor.read(third.response, third.view);
  if (third.view.id !== view.id && view.mayBeGone) return tooLate;
  if (third.view.lastEventId !== view.lastEventId) throw new Fault('A replay was another stream.');
  return `joined ${third.view.outcome}`;
}

/** Two that ask the same at the same time; one of them leaves or cancels now and then, which takes nothing from the other. */
async function askTheSame(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const [first, second] = await Promise.all([visitor.begin(), visitor.begin()]);
  const leaveAfter = random.chance(0.5) ? random.whole(1, 20) : Infinity;
  await Promise.all([
    'view' in first && visitor.read(first.response, first.view, { leaveAfter }),
    'view' in second && visitor.read(second.response, second.view),
  ]);
  if (!('view' in second)) return second.refusal;
  if ('view' in first && first.view.id === second.view.id) throw new Fault('Two requests got one stream.');
  if (second.view.outcome === 'cancelled') throw new Fault('One who left took the other along.');
  return second.view.outcome;
}

async function cancel(visitor: Visitor): Promise<string> {
  const { random } = visitor;
  const stream = await visitor.begin({ resume: random.chance(0.5) });
  if ('refusal' in stream) return stream.refusal;
  const { response, view } = stream;
  const cancelling = visitor.pause(random.between(0, 800)).then(async () => {
    // On a slow machine the first event, which brings the id, may still be on its way.
    if (view.id === '') return;
    const answer = await visitor.call({ method: 'DELETE', path: `/v1/streams/${view.id}` });
    answer.resume();
    if (answer.statusCode !== 204) throw new Fault(`DELETE was answered with ${String(answer.statusCode)}.`);
  });
  await Promise.all([visitor.read(response, view), cancelling]);
  const rest = await visitor.call({ method: 'GET', path: `/v1/streams/${view.id}?after=${view.last}` });
  rest.resume();
  if (rest.statusCode === 410 && view.mayBeGone) return tooLate;
  if (rest.statusCode !== 204) throw new Fault(`After its end a stream had ${String(rest.statusCode)}.`);
  return view.outcome;
}

async function askForJson(visitor: Visitor): Promise<string> {
  const response = await visitor.translate({}, { accept: 'application/json' });
  if (response.statusCode !== 200) return visitor.readRefusal(response, engineFailures);
  const { complete, reason, translations } = translateResponseSchema.parse(await json(response));
  const { text, translate } = visitor.sample;
  if (complete && translations[0]?.text !== translate(text))
    throw new Fault('A JSON answer has a wrong text.');
  return complete ? 'complete' : `incomplete ${reason}`;
}

async function askAsOriginal(visitor: Visitor): Promise<string> {
  const { text, target, translate } = visitor.sample;
  const response = await visitor.call({ path: '/translate_stream', body: { text, language_dst: target } });
  if (response.statusCode !== 200) return visitor.readRefusal(response, engineFailures);
  const leaveAfter = visitor.random.chance(0.2) ? visitor.random.whole(1, 20) : Infinity;
  let shown = '';
  let count = 0;
  for await (const { type, data } of readEventStream(response)) {
    if (!translate(text).startsWith(shown.trimEnd())) throw new Fault('Bare text was wrong.');
    if (type === 'error') return `failed ${errorDataSchema.parse(JSON.parse(data)).code}`;
    if (type === 'end' && shown !== translate(text)) throw new Fault('A whole bare text was wrong.');
    if (type === 'end') return 'complete';
    shown += data;
    if ((count += 1) >= leaveAfter) return 'left';
  }
  throw new Fault('A stream of bare text was cut.');
}

async function sendHalf(visitor: Visitor): Promise<string> {
  const { hostname, port } = new URL(visitor.url);
  const socket = connect({ host: hostname, port: Number(port), signal: visitor.signal });
  await once(socket, 'connect');
  socket.write(
    'POST /v1/translate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"te',
  );
  await visitor.pause(visitor.random.between(0, 1000));
  socket.destroy();
  return 'left';
}

/** Every act, with how often it is done. */
export const acts: Readonly<Record<string, { act: Act; weight: number }>> = {
  'reads the whole': { act: readWhole, weight: 20 },
  'stops reading for a while': { act: stall, weight: 8 },
  leaves: { act: leave, weight: 10 },
  'leaves at once': { act: leaveAtOnce, weight: 6 },
  'comes back': { act: comeBack, weight: 20 },
  'joins by its key': { act: joinByKey, weight: 8 },
  'asks the same twice': { act: askTheSame, weight: 8 },
  cancels: { act: cancel, weight: 8 },
  'asks for JSON': { act: askForJson, weight: 6 },
  'asks as the original': { act: askAsOriginal, weight: 6 },
  'sends half a request': { act: sendHalf, weight: 2 },
};
