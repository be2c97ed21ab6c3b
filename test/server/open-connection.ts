import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { parseAnswer, type RawAnswer } from './send-raw.ts';

/** A client that does with its connection what no HTTP client would. */
export interface RawConnection {
  socket: Socket;
  /** Each character is one byte. */
  write(bytes: string): void;
  /** What came so far. */
  text(): string;
  /** Resolves as soon as what came matches; throws when the server closes before. */
  until(pattern: RegExp): Promise<void>;
  /** Everything that came, once the server has closed. */
  closed: Promise<string>;
  /** The same as an answer. */
  answered: Promise<RawAnswer>;
}

export async function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  // A reset is a way to close, too.
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => {
    const onEnd = (): void => {
      resolve(text);
    };
    socket.once('end', onEnd).once('close', onEnd);
  });
  await once(socket, 'connect');
  return {
    socket,
    text: () => text,
    write: (bytes) => void socket.write(bytes, 'latin1'),
    until: async (pattern) => {
      while (!pattern.test(text)) {
        const event = await Promise.race([once(socket, 'data'), closed]);
        if (typeof event === 'string' && !pattern.test(text)) throw new Error('The server closed before.');
      }
    },
    closed,
    answered: closed.then(parseAnswer),
  };
}

/** A client that does not read learns that its connection is gone when it writes: resolves to what the system says then. */
export async function sendUntilRefused({ socket }: RawConnection): Promise<string> {
  const timer = setInterval(() => socket.write('\r\n'), 20);
  const [{ code }] = (await once(socket, 'error')) as [{ code: string }];
  clearInterval(timer);
  return code;
}
