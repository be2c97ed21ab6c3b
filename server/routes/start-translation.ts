import type { TranslateRequest } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { planTranslation } from '../pipeline/plan-translation.ts';
import { runTranslation } from '../pipeline/run-translation.ts';
import type { TranslationStream } from '../streams/translation-stream.ts';

/**
 * Everything that is decided before the headers, then the running stream. Throws what makes the request impossible: its languages, its
 * length, its engine, a full queue.
 */
export async function startTranslation(
  request: TranslateRequest,
  { settings, engines, scheduler, streams, log }: Dependencies,
): Promise<TranslationStream> {
  const plan = await planTranslation(request, engines, settings);
  const turn = scheduler.enter(plan.engine);
  log.info(
    { engine: plan.engine.name, source: plan.source, target: plan.target, segments: plan.segments.length },
    'translate',
  );
  return streams.start((id, signal) =>
    runTranslation({ plan, turn, deadlineMs: settings.deadlineMs }, id, signal),
  );
}
