import type { Logger } from 'pino';
import type { Pairing } from './access/pairing.ts';
import type { EnginePool } from './engines/engine-pool.ts';
import type { Detector } from './languages/detector.ts';
import type { AnswerCleaner } from './pipeline/clean-answer.ts';
import type { TokenCalibration } from './segments/token-calibration.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Scheduler } from './scheduler/scheduler.ts';
import type { Settings } from './settings/settings.ts';
import type { StreamStore } from './streams/stream-store.ts';

/** What the routes work with; made once at start, and by tests with whatever they need. */
export interface Dependencies {
  settings: Settings;
  version: string;
  engines: EnginePool;
  scheduler: Scheduler;
  streams: StreamStore;
  pairing: Pairing;
  /** What is known of how models count tokens. */
  calibration: TokenCalibration;
  cleanAnswer: AnswerCleaner;
  /** The detector of languages, which takes a moment to load at the first call. */
  loadDetector: () => Promise<Detector>;
  metrics: Metrics;
  log: Logger;
}
