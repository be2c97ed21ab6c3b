import { withBrowser } from '../browser/bench-browser.ts';
import { readTasks, sumFrames, traceCategories, type Task } from '../browser/read-trace.ts';
import { readPaint, waitForTranslation, watchPaint } from '../browser/watch-overlay.ts';
import { createSampleText } from '../sample-text.ts';
import type { Question } from './question.ts';

/** A hundred tokens a second for half a minute and more. */
const reading = { text: createSampleText(14_000), model: '100-per-second' };
const measuredMs = 30_000;
const partMs = 8000;
const frameMs = 1000 / 60;
const longMs = 50;

/** What does a translation cost the page that it is shown in, while it streams in and when it has become long? */
export const measureOverlayStream: Question = async (bench) => {
  const { idle, streaming } = await withBrowser(bench, reading, async ({ browser, page, display }) => {
    const trace = async (): Promise<Task[]> => {
      await browser.startTracing(page, { categories: traceCategories });
      await page.evaluate(`performance.mark('bench')`);
      await page.waitForTimeout(measuredMs);
      return readTasks((await browser.stopTracing()).toString(), 'bench');
    };
    const before = await trace();
    await watchPaint(page);
    await display.pressKeys('Alt+Shift+y');
    await readPaint(page, 'overlayPainted');
    const during = await trace();
    await waitForTranslation(page);
    return { idle: before, streaming: during };
  });
  const late = getFrames(streaming, measuredMs - partMs);
  const long = streaming.filter(({ durationMs }) => durationMs > longMs);
  return {
    title: 'Overlay: work of the page’s main thread in a frame, 100 tokens a second, 10,000 elements',
    columns: ['', 'frames with work', 'median ms', 'p95 ms', 'most ms'],
    rows: [
      describe('without the overlay (baseline)', getFrames(idle, 0)),
      describe('while text streams in, first 8 s', getFrames(streaming, 0)),
      describe('while text streams in, last 8 s', late),
      ...long.map(({ atMs, durationMs, cpuMs, parts }) => [
        `a task of ${durationMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} of them work, after ${(atMs / 1000).toFixed(1)} s: ${parts.join(', ')}`,
      ]),
    ],
    verdict: `${pick(late, 0.95) < frameMs ? 'below' : 'not below'} a frame's ${frameMs.toFixed(0)} ms; ${long.length} tasks of more than ${longMs} ms, of ${streaming.length}`,
  };
};

function getFrames(tasks: readonly Task[], fromMs: number): number[] {
  return sumFrames(tasks, fromMs, fromMs + partMs);
}

function describe(name: string, frames: readonly number[]): string[] {
  const numbers = [pick(frames, 0.5), pick(frames, 0.95), pick(frames, 1)];
  return [name, String(frames.length), ...numbers.map((number) => number.toFixed(1))];
}

function pick(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}
