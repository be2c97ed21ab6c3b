import { describeLanguage, getLanguage } from '../../shared/find-language.ts';
import {
  getTexts,
  requestOptions,
  type RequestOption,
  type TranslateRequest,
} from '../../shared/translate-request.ts';
import type { SegmentRange } from '../../shared/translation-event.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EnginePool } from '../engines/engine-pool.ts';
import type { Engine } from '../engines/engine.ts';
import { findPair } from '../engines/find-pair.ts';
import { cutSegments } from '../segments/cut-segments.ts';
import { refuseTooMuch, type TextLimits } from './refuse-too-much.ts';

/** A request that was looked through and can be run: everything that is decided before the headers. */
export interface TranslationPlan {
  engine: Engine;
  model: string;
  source: string;
  target: string;
  texts: string[];
  segments: SegmentRange[];
  ignored: RequestOption[];
}

/**
 * Decides engine, model, languages and segments of a request. Throws `text_too_long`, `unsupported_language`, or `invalid_request` for an
 * engine that does not run here.
 */
export async function planTranslation(
  request: TranslateRequest,
  engines: EnginePool,
  limits: TextLimits,
): Promise<TranslationPlan> {
  const texts = getTexts(request);
  refuseTooMuch(texts, limits);
  const target = readTag('target', request.target);
  const source = request.source === 'auto' ? 'und' : readTag('source', request.source);
  const engine = await engines.choose(request);
  const pair = engine.pairs ? findPair(engine.pairs, source, target) : { source, target };
  return {
    engine,
    model: engine.unsupportedOptions.includes('model')
      ? engine.defaultModel
      : (request.model ?? engine.defaultModel),
    source: pair.source,
    target,
    texts,
    segments: cutSegments(texts),
    ignored: requestOptions.filter(
      (option) => request[option] !== undefined && engine.unsupportedOptions.includes(option),
    ),
  };
}

function readTag(field: 'source' | 'target', tag: string): string {
  const language = getLanguage(tag);
  if (language) return language.tag;
  throw new TranslationError(
    'unsupported_language',
    `The ${field} is not a language tag that is known here.`,
    {
      hint: `Use a BCP 47 tag such as pt (${describeLanguage('pt')}); GET /v1/languages lists all.`,
      issues: [{ path: field, message: 'is not a known BCP 47 tag' }],
    },
  );
}
