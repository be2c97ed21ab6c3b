import {
  loadBergamotModule,
  type AlignedMemory,
  type BergamotModule,
  type Response,
  type TranslationModel,
  type TranslationService,
} from './bergamot-module.ts';
import type { ModelFiles } from './model-files.ts';

/** How the models want to be run; the values are those of Firefox. `sentence`: a text is one sentence, cut before by better means. */
const configuration = `beam-size: 1
normalize: 1.0
word-penalty: 0
max-length-break: 128
mini-batch-words: 1024
workspace: 128
max-length-factor: 2.0
skip-cost: true
cpu-threads: 0
quiet: true
quiet-translation: true
gemm-precision: int8shiftAlphaAll
alignment: soft
ssplit-mode: sentence
`;

/** Bytes that the engine wants its files aligned to. */
const modelAlignment = 256;
const tableAlignment = 64;

/**
 * Translates texts, each by itself, blocking the thread meanwhile. When it throws, the module is unusable; HTML that is not well-formed makes it
 * throw.
 */
export type TextTranslator = (texts: readonly string[], isHtml: boolean) => string[];

/** The started module and the one translation service it can have. */
export interface BergamotRuntime {
  module: BergamotModule;
  service: TranslationService;
}

export async function startRuntime(): Promise<BergamotRuntime> {
  const module = await loadBergamotModule();
  return { module, service: new module.BlockingService({ cacheSize: 0 }) };
}

/** Loads a pair's models. */
export function createTextTranslator(runtime: BergamotRuntime, files: ModelFiles): TextTranslator {
  const model = loadModel(runtime.module, files);
  return (texts, isHtml) => translate(runtime, model, { texts, isHtml });
}

function loadModel(module: BergamotModule, files: ModelFiles): TranslationModel {
  const vocabularies = new module.AlignedMemoryList();
  vocabularies.push_back(copyIn(module, files.vocabulary, tableAlignment));
  const model = copyIn(module, files.model, modelAlignment);
  const shortlist = copyIn(module, files.shortlist, tableAlignment);
  return new module.TranslationModel(configuration, model, shortlist, vocabularies, null);
}

function translate(
  { module, service }: BergamotRuntime,
  model: TranslationModel,
  { texts, isHtml }: { texts: readonly string[]; isHtml: boolean },
): string[] {
  const inputs = new module.VectorString();
  const options = new module.VectorResponseOptions();
  for (const text of texts) {
    inputs.push_back(text);
    options.push_back({ alignment: false, html: isHtml, qualityScores: false });
  }
  const responses = service.translate(model, inputs, options);
  const translations = texts.map((_, i) => readResponse(responses.get(i)));
  for (const handle of [responses, options, inputs]) handle.delete();
  return translations;
}

function readResponse(response: Response): string {
  const text = response.getTranslatedText();
  response.delete();
  return text;
}

/** A file's bytes in the module's memory. */
function copyIn(module: BergamotModule, bytes: Uint8Array, alignment: number): AlignedMemory {
  const memory = new module.AlignedMemory(bytes.byteLength, alignment);
  memory.getByteArrayView().set(bytes);
  return memory;
}
