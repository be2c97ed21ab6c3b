import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEventStream, type IncomingEvent } from '../../shared/event-stream-reader.ts';
import { writeComment, writeEvent } from '../../shared/event-stream-writer.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const lineEnds = fc.constantFrom('\n' as const, '\r\n' as const);

it('writes event, id and data in this order', () => {
  expect(writeEvent({ event: 'delta', id: 'a:1', data: '{}' })).toBe('event: delta\nid: a:1\ndata: {}\n\n');
});

it('writes every line of the data as a line of its own', () => {
  expect(writeEvent({ data: 'a\r\nb\rc\nd' }, '\r\n')).toBe(
    'data: a\r\ndata: b\r\ndata: c\r\ndata: d\r\n\r\n',
  );
});

it('keeps spaces at the start of the data', () => {
  expect(writeEvent({ data: '  a' })).toBe('data:   a\n\n');
});

it('brings any text through writer and reader, with line breaks as LF', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText), lineEnds, async (texts, lineEnd) => {
      const stream = texts
        .map((data) => writeEvent({ event: 'message', data }, lineEnd))
        .join(writeComment('x', lineEnd));
      const expected = texts.map((text) => text.replaceAll(/\r\n?/g, '\n'));
      expect((await read(stream)).map(({ data }) => data)).toEqual(expected);
    }),
  );
});

it('brings any text through as JSON unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const [event] = await read(writeEvent({ event: 'delta', data: JSON.stringify({ text }) }));
      expect(JSON.parse(event?.data ?? '')).toEqual({ text });
    }),
  );
});

async function read(stream: string): Promise<IncomingEvent[]> {
  const events: IncomingEvent[] = [];
  const bytes = new TextEncoder().encode(stream);
  const chunks = (async function* () {
    for (let start = 0; start < bytes.length; start += 3)
      yield await Promise.resolve(bytes.slice(start, start + 3));
  })();
  for await (const event of readEventStream(chunks)) events.push(event);
  return events;
}
