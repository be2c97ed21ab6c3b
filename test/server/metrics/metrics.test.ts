import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Metrics } from '../../../server/metrics/metrics.ts';

it('tells the load of each engine and the memory as they are at that moment', async () => {
  const metrics = new Metrics();
  await metrics.read([{ engine: 'ollama', running: 9, waiting: 9 }]);
  const text = await metrics.read([{ engine: 'ollama', running: 1, waiting: 3 }]);
  expect(text).toContain('\ndragoman_running_translations{engine="ollama"} 1\n');
  expect(text).toContain('\ndragoman_queued_translations{engine="ollama"} 3\n');
  const memory = Number(/^process_resident_memory_bytes (?<bytes>\d+)$/m.exec(text)?.groups?.bytes);
  expect(memory).toBeGreaterThan(10_000_000);
});

it('counts a check that is never shown', async () => {
  const metrics = new Metrics();
  metrics.noteCheck('length', 'failed');
  expect(await metrics.read([])).toContain('dragoman_checks_total{check="length",status="failed"} 1');
});

it('knows every check that the code names', async () => {
  const folder = path.join(import.meta.dirname, '../../../server');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const names = code.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bcheck: '(?<name>\w+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  const metrics = new Metrics();
  for (const name of names) metrics.noteCheck(name, 'failed');
  expect(names.length).toBeGreaterThan(5);
  expect(await metrics.read([])).not.toContain('check="other"');
});

it('makes no label of a name that it does not know', async () => {
  const metrics = new Metrics();
  metrics.noteCheck('canary', 'noted');
  metrics.noteFailure('canary', 'internal');
  const text = await metrics.read([{ engine: 'canary', running: 1, waiting: 0 }]);
  expect(text).not.toContain('canary');
  expect(text).toContain('dragoman_checks_total{check="other",status="noted"} 1');
});

it('keeps the counts of one server apart from those of another', async () => {
  const [one, other] = [new Metrics(), new Metrics()];
  one.noteFurtherAttempt();
  expect(await other.read([])).toContain('dragoman_further_attempts_total 0');
});
