import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultConnectionLimits } from '../../server/connection-limits.ts';
import { Connections } from '../../server/connections.ts';
import { watchDisconnect } from '../../server/readers/stream-response.ts';
import { writeJson } from '../../server/readers/write-json.ts';
import { openConnection, type RawConnection } from './open-connection.ts';

const idleConnections = 3;
const checkEveryMs = 20;

let server: Server;
let connections: Connections;
let url: string;
let answer: RequestListener;

beforeEach(async () => {
  server = createServer();
  const limits = {
    ...defaultConnectionLimits,
    checkEveryMs,
    stalledReaderMs: 15 * checkEveryMs,
    idleConnections,
  };
  connections = new Connections(server, limits);
  server.on('request', (request, response) => {
    connections.add(request, response);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const get = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

it('ends an answer in JSON of which its client takes nothing', async () => {
  const closed = new Promise<boolean>((resolve) => {
    answer = (_request, response) => {
      response.once('close', () => {
        resolve(response.writableFinished);
      });
      void writeJson(response, 'a'.repeat(20_000_000), watchDisconnect(response));
    };
  });
  const connection = await openConnection(url);
  connection.socket.pause();
  connection.write(get);
  expect(await closed).toBe(false);
  connection.socket.destroy();
});

it('ends none of which its client takes little, but takes it', async () => {
  const text = 'a'.repeat(12_000_000);
  answer = (_request, response) => void writeJson(response, text, watchDisconnect(response));
  const connection = await openConnection(url);
  connection.socket.pause();
  connection.write(get.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  const pieces = setInterval(() => {
    connection.socket.read(150_000);
  }, checkEveryMs / 2);
  expect((await connection.closed).length).toBeGreaterThan(text.length);
  clearInterval(pieces);
});

it('lets an answer wait for as long as it has nothing to say', async () => {
  answer = (_request, response) => {
    response.write('a');
    setTimeout(() => response.end('b'), 30 * checkEveryMs);
  };
  expect(await (await fetch(url)).text()).toBe('ab');
});

it('closes the connections that have been idle for longest when there are too many', async () => {
  answer = (_request, response) => response.end('ok');
  const first = await openConnection(url);
  const second = await openConnection(url);
  const third = await openConnection(url);
  first.write(get);
  await first.until(/ok/);
  const fourth = await openConnection(url);
  await second.closed;
  for (const connection of [first, third, fourth]) {
    connection.write(get);
    await connection.until(/ok$/);
  }
});

it('counts half a request as idle, and the second half of one that was refused', async () => {
  answer = (_request, response) => response.end('refused');
  const half = await openConnection(url);
  half.write('GET / HTTP/1.1\r\nHo');
  const refused = await openConnection(url);
  refused.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n');
  await refused.until(/refused/);
  const others = await openMany(idleConnections);
  await Promise.all([half.closed, refused.closed]);
  close(others);
});

it('closes none that is being answered, however many idle ones there are', async () => {
  const ends: (() => void)[] = [];
  answer = (_request, response) => {
    response.flushHeaders();
    ends.push(() => response.end('done'));
  };
  const answered: RawConnection[] = [];
  for (let index = 0; index < 2 * idleConnections; index += 1) {
    const connection = await openConnection(url);
    connection.write(get);
    await connection.until(/200 OK/);
    answered.push(connection);
  }
  const [oldest, ...idle] = await openMany(idleConnections + 1);
  await oldest?.closed;
  for (const end of ends) end();
  for (const connection of answered) await connection.until(/done/);
  close([...answered, ...idle]);
});

it('waits for the last of several answers on one connection', async () => {
  const responses: ServerResponse[] = [];
  answer = (_request, response) => responses.push(response);
  const connection = await openConnection(url);
  connection.write(get + get);
  await vi.waitUntil(() => responses.length === 2);
  connections.finish();
  responses[0]?.end('done');
  await connection.until(/done/);
  responses[1]?.end('done');
  expect((await connection.closed).match(/done/g)).toHaveLength(2);
});

it('closes half a request when it finishes', async () => {
  answer = (_request, response) => {
    response.flushHeaders();
  };
  const body = await openConnection(url);
  body.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n');
  await body.until(/200 OK/);
  connections.finish();
  await body.closed;
});

function openMany(count: number): Promise<RawConnection[]> {
  return Promise.all(Array.from({ length: count }, () => openConnection(url)));
}

function close(all: RawConnection[]): void {
  for (const { socket } of all) socket.destroy();
}
