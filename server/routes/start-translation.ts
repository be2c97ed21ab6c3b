import type { TranslateRequest } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { countOutcome } from '../pipeline/count-outcome.ts';
import { Meter } from '../pipeline/meter.ts';
import { logOutcome } from '../pipeline/log-outcome.ts';
import { planTranslation } from '../pipeline/plan-translation.ts';
import { runTranslation } from '../pipeline/run-translation.ts';
import type { TranslationStream } from '../streams/translation-stream.ts';

/**
 * Everything that is decided before the headers, then the running stream, which is cancelled when its only reader is `gone`, also if that
 * was before it began. Throws what makes the request impossible: its languages, its length, its engine, a full queue.
 */
export async function startTranslation(
  request: TranslateRequest,
  { settings, engines, scheduler, streams, metrics, log }: Dependencies,
  gone: AbortSignal,
): Promise<TranslationStream> {
  const meter = new Meter();
  const plan = await planTranslation(request, engines, settings);
  const turn = scheduler.enter(plan.engine);
  const job = { plan, turn, meter, deadlineMs: settings.deadlineMs };
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
