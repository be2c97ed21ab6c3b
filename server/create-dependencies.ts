import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino, type Logger } from 'pino';
import * as z from 'zod/mini';
import { createPairing } from './access/pairing.ts';
import type { Dependencies } from './dependencies.ts';
import { createBergamotEngine } from './engines/bergamot/bergamot-engine.ts';
import { EnginePool } from './engines/engine-pool.ts';
import type { Engine } from './engines/engine.ts';
import { createOllamaEngine } from './engines/ollama/ollama-engine.ts';
import { createOpenaiEngine } from './engines/openai/openai-engine.ts';
import { loadDetector } from './languages/load-detector.ts';
import { cleanAnswer } from './pipeline/clean-answer.ts';
import { TokenCalibration } from './segments/token-calibration.ts';
import { logFailure } from './log-failure.ts';
import { Metrics } from './metrics/metrics.ts';
import { packageRoot } from './package-root.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { ollamaDefaults, openaiDefaults } from './settings/options.ts';
import type { Settings } from './settings/settings.ts';
import { MemoryRecordStore } from './streams/memory-record-store.ts';
import type { RecordStore } from './streams/record-store.ts';
import { StreamStore } from './streams/stream-store.ts';

/** What the routes work with, made from the settings. Nothing here waits for an engine; Redis has to answer when it is set. */
export async function createDependencies(settings: Settings): Promise<Dependencies> {
  const log = createLog(settings.logLevel);
  const records = await openRecords(settings, log);
  return {
    settings,
    version: readVersion(),
    engines: new EnginePool(createEngines(settings), settings.engine),
    scheduler: new Scheduler(settings.queueLimit),
    streams: new StreamStore({
      records,
      graceMs: settings.graceMs,
      maxStreams: settings.maxStreams,
      onFailure: (thrown) => {
        logFailure(log, thrown);
      },
    }),
    pairing: createPairing({
      dataDir: settings.dataDir,
      warn: (sentence) => {
        log.warn(sentence);
      },
    }),
    loadDetector,
    calibration: new TokenCalibration(),
    cleanAnswer,
    metrics: new Metrics(),
    log,
  };
}

/** The client of Redis takes a moment to load, which only those wait for who use it. */
async function openRecords({ redisUrl, deadlineMs }: Settings, log: Logger): Promise<RecordStore> {
  if (redisUrl === undefined) return new MemoryRecordStore();
  const { openRedisRecordStore } = await import('./streams/redis/open-redis-record-store.ts');
  return await openRedisRecordStore({ url: redisUrl, deadlineMs, log });
}

/** The engine for OpenAI-compatible servers runs only where there is the address of one. */
function createEngines(settings: Settings): Engine[] {
  const { ollamaHost, openaiBaseUrl, openaiApiKey } = settings;
  const ollama = createOllamaEngine({ ...ollamaDefaults, ...settings, host: ollamaHost });
  if (openaiBaseUrl === undefined) return [ollama, createBergamotEngine()];
  const server = { baseUrl: openaiBaseUrl, apiKey: openaiApiKey };
  return [ollama, createOpenaiEngine({ ...openaiDefaults, ...settings, ...server }), createBergamotEngine()];
}

/** Logs go to stderr, so that stdout holds only what the person who started the server should read. */
function createLog(level: Settings['logLevel']): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
