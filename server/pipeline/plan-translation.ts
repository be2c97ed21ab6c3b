import { describeLanguage, getLanguage } from '../../shared/find-language.ts';
import { chooseProfile } from '../../shared/prompts/choose-profile.ts';
import type { ProfileName, PromptProfile } from '../../shared/prompts/prompt.ts';
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
import type { Detector } from '../languages/detector.ts';
import { cutMarkup } from '../markup/cut-markup.ts';
import { cutSegments } from '../segments/cut-segments.ts';
import type { Manner } from './manner.ts';
import { planSegments, type SegmentPlan } from './plan-segments.ts';
import { refuseTooMuch, type TextLimits } from './refuse-too-much.ts';

/** A request that was looked through and can be run: everything that is decided before the headers. */
export interface TranslationPlan {
  manner: Manner;
  engine: Engine;
  model: string;
  /** How the model is asked; unused by engines that take no prompts. */
  profile: PromptProfile;
  source: string;
  target: string;
  texts: string[];
  segments: SegmentRange[];
  /** What to do with each segment. */
  steps: SegmentPlan[];
  ignored: RequestOption[];
  /** What the request asks of the translation beside its languages. */
  options: Pick<TranslateRequest, 'context' | 'instructions' | 'formality' | 'glossary' | 'format'>;
}

/** What a plan is made with. */
export interface PlanTools {
  engines: EnginePool;
  limits: TextLimits;
  /** The profile that is forced, or `auto`. */
  profile: ProfileName | 'auto';
  detect: Detector;
}

/**
 * Decides engine, model, languages and segments of a request. Throws `text_too_long`, `unsupported_language`, or `invalid_request` for an
 * engine that does not run here.
 */
export async function planTranslation(
  request: TranslateRequest,
  manner: Manner,
  { engines, limits, profile: forced, detect }: PlanTools,
): Promise<TranslationPlan> {
  const texts = getTexts(request);
  refuseTooMuch(texts, limits);
  const target = readTag('target', request.target);
  const given = request.source === 'auto' ? 'und' : readTag('source', request.source);
  const engine = await engines.choose(request);
  const model = chooseModel(engine, request);
  const profile = chooseProfile(model, forced);
  const segments = cutTexts(texts, request, given);
  const { before = '' } = request.context ?? {};
  const { source, steps } = planSegments(
    { texts, segments, given, target, manner, engine, isMarkup: request.format === 'html', before },
    detect,
  );
  const { context, instructions, formality, glossary, format } = request;
  return {
    ...{ manner, engine, model, profile, source, target, texts, segments, steps },
    ignored: listIgnored(request, engine, profile),
    options: { context, instructions, formality, glossary, format },
  };
}

function chooseModel({ unsupportedOptions, defaultModel }: Engine, { model }: TranslateRequest): string {
  return unsupportedOptions.includes('model') ? defaultModel : (model ?? defaultModel);
}

function cutTexts(texts: string[], { format }: TranslateRequest, source: string): SegmentRange[] {
  if (format !== 'html') return cutSegments(texts, source);
  return texts.flatMap((html, text) => cutMarkup(html, { text, language: source }));
}

/** What was asked for and cannot be followed, by the engine or by the prompts of the model's family. */
function listIgnored(request: TranslateRequest, engine: Engine, profile: PromptProfile): RequestOption[] {
  const unsupported: readonly RequestOption[] = engine.takesPrompts
    ? [...engine.unsupportedOptions, ...profile.unsupportedOptions]
    : engine.unsupportedOptions;
  return requestOptions.filter((option) => request[option] !== undefined && unsupported.includes(option));
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
