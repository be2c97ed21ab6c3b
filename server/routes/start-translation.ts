import type { TranslateRequest } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { countOutcome } from '../pipeline/count-outcome.ts';
import { Meter } from '../pipeline/meter.ts';
import { logOutcome } from '../pipeline/log-outcome.ts';
import type { Manner } from '../pipeline/manner.ts';
import { planTranslation } from '../pipeline/plan-translation.ts';
import { runTranslation } from '../pipeline/run-translation.ts';
import type { TranslationStream } from '../streams/translation-stream.ts';

/** How a translation is wanted, and until when. */
export interface TranslationTerms {
  manner: Manner;
  /** Aborts when the only reader leaves. */
  gone: AbortSignal;
}

/**
 * Everything that is decided before the headers, then the running stream, which is cancelled when its only reader is `gone`, also if that
 * was before it began. Throws what makes the request impossible: its languages, its length, its engine, a full queue.
 */
export async function startTranslation(
  request: TranslateRequest,
  { manner, gone }: TranslationTerms,
  dependencies: Dependencies,
): Promise<TranslationStream> {
  const { settings, engines, scheduler, streams, metrics, log, calibration, cleanAnswer } = dependencies;
  const meter = new Meter();
  const detect = await dependencies.loadDetector();
  const { profile, checks } = settings;
  const plan = await planTranslation(request, manner, { engines, limits: settings, profile, detect });
  const turn = scheduler.enter(plan.engine);
  const tools = { detect, calibration, cleanAnswer, checks };
  const job = { plan, turn, tools, meter, deadlineMs: settings.deadlineMs };
  const stream = streams.start((id, signal) =>
    logOutcome(countOutcome(runTranslation(job, id, signal), metrics), log),
  );
  if (gone.aborted) stream.cancel();
  else
    gone.addEventListener('abort', () => {
      stream.cancel();
    });
  return stream;
}
