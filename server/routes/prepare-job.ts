import type { TranslateRequest } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { countOutcome } from '../pipeline/count-outcome.ts';
import { logOutcome } from '../pipeline/log-outcome.ts';
import type { Manner } from '../pipeline/manner.ts';
import { Meter } from '../pipeline/meter.ts';
import { planTranslation } from '../pipeline/plan-translation.ts';
import { createDone, runTranslation, type TranslationJob } from '../pipeline/run-translation.ts';
import { digest } from '../streams/request-key.ts';
import type { JobParts, SharedJob } from '../streams/shared-job.ts';

/** A job that is planned and has its place in the queue, or is running for somebody else already. */
export interface PreparedJob {
  /** The job for one more stream. Throws `queue_full` when the one that was running has ended meanwhile and there is no place for another. */
  join(): SharedJob;
  /** No stream comes of it. */
  drop(): void;
}

/** Plans a translation. Throws what makes it impossible: its languages, its length, its engine, a full queue. */
export async function prepareJob(
  request: TranslateRequest,
  { manner, caller }: { manner: Manner; caller: string | undefined },
  dependencies: Dependencies,
): Promise<PreparedJob> {
  const { settings, engines, scheduler, streams } = dependencies;
  const { calibration, cleanAnswer } = dependencies;
  const meter = new Meter();
  const detect = await dependencies.loadDetector();
  const { profile, checks, deadlineMs } = settings;
  const plan = await planTranslation(request, manner, { engines, limits: settings, profile, detect });
  const tools = { detect, calibration, cleanAnswer, checks };
  const { priority = 'interactive', resume: _reading, ...wish } = request;
  const identity = digest([caller ?? '', manner, plan.engine.name, plan.model, wish]);
  const enter = () => scheduler.enter(plan.engine, { client: caller ?? '', priority });
  const turn = streams.findJob(identity) ? undefined : enter();
  return {
    join: () => {
      const running = streams.findJob(identity);
      if (running) turn?.leave();
      const getParts = () =>
        createParts({ plan, turn: turn ?? enter(), tools, meter, deadlineMs }, dependencies);
      const job = running ?? streams.startJob(identity, getParts());
      job.join(priority === 'interactive');
      return job;
    },
    drop: () => {
      turn?.leave();
    },
  };
}

function createParts(job: TranslationJob, { metrics, log }: Dependencies): Omit<JobParts, 'onFailure'> {
  const { plan, turn, meter } = job;
  return {
    produce: (signal) => logOutcome(countOutcome(runTranslation(job, signal), metrics), log),
    createCancelled: () => createDone(plan, meter, 'cancelled'),
    onInteractive: () => {
      turn.promote();
    },
  };
}
