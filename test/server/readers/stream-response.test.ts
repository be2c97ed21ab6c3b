import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOriginalFormat } from '../../../server/readers/original-format.ts';
import { sendStream, watchDisconnect } from '../../../server/readers/stream-response.ts';
import { MemoryStreamRecord } from '../../../server/streams/stream-record.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('beats for a reader of the original interface while the model only thinks', async () => {
  const record = new MemoryStreamRecord();
  const app = express().get('/', async (_request, response) => {
    await sendStream(response, { record, gone: watchDisconnect(response) }, createOriginalFormat());
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  for (let second = 0; second < 11; second += 1) {
    record.append({ event: 'status', data: { phase: 'thinking', thoughtChars: second } });
    await vi.advanceTimersByTimeAsync(1000);
  }
  record.close();
  expect(await response.text()).toBe(': still here\r\n\r\n');
  server.close();
});
