import type { RequestHandler } from 'express';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { detectRequestSchema } from '../../shared/detect-request.ts';
import type { DetectResponse } from '../../shared/detect-response.ts';
import { getTexts } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Detector } from '../languages/detector.ts';
import { refuseTooMuch } from '../pipeline/refuse-too-much.ts';
import { splitOuterSpace } from '../segments/white-space.ts';
import { parseBody } from './read-body.ts';

type Detection = DetectResponse['detections'][number];

/** `POST /v1/detect`: what language each text is in. */
export function createDetectHandler({ settings, loadDetector }: Dependencies): RequestHandler {
  return async (request, response) => {
    const texts = getTexts(parseBody(detectRequestSchema, request));
    refuseTooMuch(texts, settings);
    const answer: DetectResponse = { detections: await describeTexts(texts, await loadDetector()) };
    response.setHeader('Cache-Control', 'no-store').json(answer);
  };
}

/** A thousand texts take a tenth of a second: running translations go on between them. */
async function describeTexts(texts: readonly string[], detect: Detector): Promise<Detection[]> {
  const detections: Detection[] = [];
  for (const text of texts) {
    detections.push(describeText(text, detect));
    await letOthersWork();
  }
  return detections;
}

/** More digits would promise more than a detector knows. */
function describeText(text: string, detect: Detector): Detection {
  const { language, confidence } = detect(splitOuterSpace(text).core);
  return { language, confidence: Math.round(confidence * 1000) / 1000 };
}
