import { setTimeout as delay } from 'node:timers/promises';
import type { Behaviour } from './ollama-exchange.ts';
import { readRecording } from './ollama-recording.ts';

interface ReplayOptions {
  /** What the recorded gaps are multiplied by. Default 0: as fast as possible, still in separate writes. */
  factor?: number;
  /** Awaited after every write with the bytes sent so far. The kernel joins writes that nobody has read yet: a test that looks at
   * read boundaries lets its client acknowledge here. */
  paced?: (bytesSent: number) => Promise<void>;
}

/** Answers with a recorded exchange: the same bytes in the same writes, ending the same way. */
export function replays(name: string, { factor = 0, paced }: ReplayOptions = {}): Behaviour {
  const recording = readRecording(name);
  return async (exchange) => {
    for (const [index, bytes] of recording.writes.entries()) {
      await delay((recording.gapsMs[index] ?? 0) * factor, undefined, { signal: exchange.gone });
      await exchange.writeRaw(bytes);
      await paced?.(exchange.request.bytesWritten);
    }
    if (recording.ending === 'silent') await exchange.staySilent();
    exchange.endRaw();
  };
}
