import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOriginalFormat } from '../../../server/readers/original-format.ts';
import { sendStream, watchDisconnect } from '../../../server/readers/stream-response.ts';
import { MemoryRecord } from '../../../server/streams/memory-record.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('beats for a reader of the original interface while the model only thinks', async () => {
  const record = new MemoryRecord(100, () => undefined);
  const app = express().get('/', async (_request, response) => {
    const gone = watchDisconnect(response);
    await sendStream(response, { events: record.read(0, gone), gone }, createOriginalFormat());
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  for (let second = 0; second < 11; second += 1) {
    await record.append({ event: 'status', data: { phase: 'thinking', thoughtChars: second } });
    await vi.advanceTimersByTimeAsync(1000);
  }
  await record.close();
  expect(await response.text()).toBe(': still here\r\n\r\n');
  server.close();
});
