import { withBrowser, type BenchBrowser } from '../browser/bench-browser.ts';
import { closeOverlay, readPaint, watchPaint } from '../browser/watch-overlay.ts';
import { createSampleText } from '../sample-text.ts';
import { getSpread } from '../statistics.ts';
import type { Question } from './question.ts';

const tries = 25;
const limitMs = 100;

/** How long after the shortcut is the overlay on the screen, in a page of 10,000 elements? */
export const measureOverlayClick: Question = async (bench) => {
  const reading = { text: createSampleText(300), model: 'flat-out' };
  const times = await withBrowser(bench, reading, async (browser) => {
    await measure(browser, 'overlay');
    return {
      key: await repeat(() => measure(browser, 'key')),
      awake: await repeat(() => measure(browser, 'overlay')),
      asleep: await repeat(async () => {
        await browser.putToSleep();
        return measure(browser, 'overlay');
      }),
    };
  });
  const key = getSpread(times.key).median;
  const extra = getSpread(times.awake).median - key;
  return {
    title: `Overlay: from a key that is really pressed to the second frame (${tries} times each)`,
    columns: ['', 'median ms', 'p95 ms', 'of the baseline'],
    rows: [
      describe('a key that does nothing (baseline)', times.key, key),
      describe('the overlay, background awake', times.awake, key),
      describe('the overlay, background asleep', times.asleep, key),
    ],
    verdict: `the overlay comes ${extra.toFixed(0)} ms after what any key takes, ${extra < limitMs ? 'within' : 'not within'} ${limitMs} ms`,
  };
};

async function repeat(measureOnce: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) times.push(await measureOnce());
  return times;
}

async function measure({ page, display }: BenchBrowser, what: 'overlay' | 'key'): Promise<number> {
  await watchPaint(page);
  const pressedAt = performance.timeOrigin + performance.now();
  await display.pressKeys(what === 'overlay' ? 'Alt+Shift+y' : 'Alt+Shift+k');
  const paintedAt = await readPaint(page, what === 'overlay' ? 'overlayPainted' : 'keyPainted');
  if (what === 'overlay') await closeOverlay(page);
  return paintedAt - pressedAt;
}

function describe(name: string, times: readonly number[], baseline: number): string[] {
  const { median } = getSpread(times);
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  return [name, median.toFixed(0), p95.toFixed(0), (median / baseline).toFixed(2)];
}
