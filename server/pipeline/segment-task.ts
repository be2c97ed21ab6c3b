import type { Detector } from '../languages/detector.ts';
import type { TokenCalibration } from '../segments/token-calibration.ts';
import type { AnswerCleaner } from './clean-answer.ts';
import type { Meter } from './meter.ts';
import type { TranslationPlan } from './plan-translation.ts';

/** What the translation of every segment works with. */
export interface PipelineTools {
  detect: Detector;
  calibration: TokenCalibration;
  cleanAnswer: AnswerCleaner;
  /** Whether translations are looked through, and tried again when something is wrong. */
  checks: boolean;
}

/** What one segment's translation is told apart by: whose it is, where it stands and what it counts into. */
export interface SegmentTask {
  plan: TranslationPlan;
  index: number;
  tools: PipelineTools;
  meter: Meter;
  signal: AbortSignal;
  /** How often the segment may be tried: 2, or 1 without checks and while the engine does not seem to answer any more. */
  maxAttempts: number;
}

/** The segment's own part of its text. */
export function getSegmentText({ plan, index }: SegmentTask): string {
  const range = plan.segments[index];
  return range ? (plan.texts[range.text] ?? '').slice(range.start, range.end) : '';
}

/** The language it is in, `und` when nobody knows. */
export function getSource({ plan, index }: SegmentTask): string {
  return plan.steps[index]?.source ?? 'und';
}
