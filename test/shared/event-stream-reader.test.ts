import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventStream, type IncomingEvent } from '../../shared/event-stream-reader.ts';

interface Vector {
  name: string;
  stream: string;
  events: IncomingEvent[];
}

const file = new URL('../fixtures/event-stream.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

describe.each(vectors)('the vector $name', ({ stream, events }) => {
  const bytes = new TextEncoder().encode(stream);

  it('reads the same whole', async () => {
    expect(await read([bytes])).toEqual(events);
  });

  it('reads the same byte by byte', async () => {
    expect(await read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(events);
  });

  it('reads the same at random cuts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        expect(await read(cutAt(bytes, cuts))).toEqual(events);
      }),
    );
  });
});

it('finds vectors to read', () => {
  expect(vectors.length).toBeGreaterThan(15);
});

it('reads an event that a final lone CR ends', async () => {
  expect(await read([new TextEncoder().encode('data:a\r\r')])).toEqual([
    { type: 'message', data: 'a', lastEventId: '' },
  ]);
});

it('passes on what the connection throws', async () => {
  const broken = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode('data:a\n\n'));
    throw new Error('reset');
  })();
  await expect(drain(readEventStream(broken))).rejects.toThrow('reset');
});

function read(chunks: Uint8Array[]): Promise<IncomingEvent[]> {
  return drain(readEventStream(toAsync(chunks)));
}

async function drain<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* toAsync<Item>(items: Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

function cutAt(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.slice(places[index], end));
}
