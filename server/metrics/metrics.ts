import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ErrorCode } from '../../shared/error-codes.ts';
import { engineNames } from '../../shared/translate-request.ts';
import type { CheckResult, EventData } from '../../shared/translation-event.ts';
import { checkNames } from '../checks/check.ts';

/** How many translations an engine works on, and how many wait for it. */
export interface EngineLoad {
  engine: string;
  running: number;
  waiting: number;
}

/** What `segment.checks` may name: the checks, and what the pipeline itself says there. */
const knownChecks: readonly string[] = [...checkNames, 'length', 'same_language'];

/** From a twentieth of a second, which embedded models take, to five minutes, the default limit for a first word. */
const firstTokenBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** The same up to half an hour, the default deadline. */
const totalBuckets = [...firstTokenBuckets.slice(1), 600, 1800];

/**
 * What the server counts about itself, for Prometheus. Every label is one of a few names of our own, so that nothing a client sends ever
 * becomes one: what is not known is `other`.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #translations = this.#createCounter('translations_total', 'Translations that ended.', [
    'engine',
    'reason',
  ]);
  readonly #segments = this.#createCounter('segments_total', 'Segments by how they ended.', ['status']);
  readonly #errors = this.#createCounter('errors_total', 'Failures of segments and of whole translations.', [
    'code',
  ]);
  readonly #checks = this.#createCounter('checks_total', 'What checks found.', ['check', 'status']);
  readonly #attempts = this.#createCounter(
    'further_attempts_total',
    'Attempts at a segment after its first.',
    [],
  );
  readonly #characters = this.#createCounter('characters_total', 'UTF-16 units of source texts.', ['engine']);
  readonly #tokens = this.#createCounter('tokens_total', 'Tokens as engines count them.', ['engine', 'kind']);
  readonly #firstToken = this.#createHistogram(
    'first_token_seconds',
    'From the request to its first text.',
    firstTokenBuckets,
  );
  readonly #total = this.#createHistogram(
    'translation_seconds',
    'From the request to the end.',
    totalBuckets,
  );
  readonly #running = this.#createGauge('running_translations', 'Translations that engines work on.');
  readonly #queued = this.#createGauge('queued_translations', 'Translations that wait for an engine.');
  readonly #memory = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the server, models in worker threads included.',
    registers: [this.#registry],
  });

  /** Of the text that `read` gives. */
  readonly contentType = this.#registry.contentType;

  /** A translation came to its `done`. */
  noteEnd(name: string, { reason, usage, timing }: EventData<'done'>): void {
    const engine = toKnown(name, engineNames);
    this.#translations.inc({ engine, reason });
    this.#characters.inc({ engine }, usage.characters);
    for (const kind of ['input', 'output', 'thinking'] as const) {
      const tokens = usage[`${kind}Tokens`];
      if (tokens !== undefined) this.#tokens.inc({ engine, kind }, tokens);
    }
    if (timing.firstTokenMs > 0) this.#firstToken.observe({ engine }, timing.firstTokenMs / 1000);
    if (reason !== 'cancelled') this.#total.observe({ engine }, timing.totalMs / 1000);
  }

  /** A translation failed as a whole: it ended in `error`, without a `done`. */
  noteFailure(engine: string, code: ErrorCode): void {
    this.#translations.inc({ engine: toKnown(engine, engineNames), reason: 'error' });
    this.#errors.inc({ code });
  }

  /** A segment came to its end, with all that was found out about it. */
  noteSegment({ status, checks, error }: EventData<'segment'>): void {
    this.#segments.inc({ status });
    if (error) this.#errors.inc({ code: error.code });
    for (const result of checks) this.noteCheck(result.check, result.status);
  }

  /** A check found something; by itself for those that are only counted and never shown. */
  noteCheck(check: string, status: CheckResult['status']): void {
    this.#checks.inc({ check: toKnown(check, knownChecks), status });
  }

  /** A segment is tried again. */
  noteFurtherAttempt(): void {
    this.#attempts.inc();
  }

  /** Everything in Prometheus' text format, with the load and the memory of this moment. */
  async read(loads: readonly EngineLoad[]): Promise<string> {
    for (const { engine, running, waiting } of loads) {
      this.#running.set({ engine: toKnown(engine, engineNames) }, running);
      this.#queued.set({ engine: toKnown(engine, engineNames) }, waiting);
    }
    this.#memory.set(process.memoryUsage.rss());
    return this.#registry.metrics();
  }

  #createCounter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `dragoman_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #createHistogram(name: string, help: string, buckets: number[]): Histogram<'engine'> {
    const labelNames = ['engine'] as const;
    return new Histogram({
      name: `dragoman_${name}`,
      help,
      labelNames,
      buckets,
      registers: [this.#registry],
    });
  }

  #createGauge(name: string, help: string): Gauge<'engine'> {
    return new Gauge({ name: `dragoman_${name}`, help, labelNames: ['engine'], registers: [this.#registry] });
  }
}

function toKnown(name: string, known: readonly string[]): string {
  return known.includes(name) ? name : 'other';
}
