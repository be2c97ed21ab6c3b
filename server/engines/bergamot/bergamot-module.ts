import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

type Imports = Record<string, object>;

/** What is used of it here: TypeScript declares it only together with the whole DOM, and Node's types do not. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Imports): Promise<{ instance: object }>;
};

/** An object of the WebAssembly heap: lives until `delete()`. */
interface Handle {
  delete(): void;
}

export interface AlignedMemory extends Handle {
  getByteArrayView(): Int8Array;
}

interface List<Item> extends Handle {
  push_back(item: Item): void;
}

export interface Response extends Handle {
  getTranslatedText(): string;
}

interface Responses extends Handle {
  get(index: number): Response;
}

export type TranslationModel = Handle;

export interface TranslationService extends Handle {
  translate(model: TranslationModel, texts: List<string>, options: List<object>): Responses;
}

/** The part of the bergamot module that is used here; the package has no types of its own. */
export interface BergamotModule {
  AlignedMemory: new (bytes: number, alignment: number) => AlignedMemory;
  AlignedMemoryList: new () => List<AlignedMemory>;
  VectorString: new () => List<string>;
  VectorResponseOptions: new () => List<{ alignment: boolean; html: boolean; qualityScores: boolean }>;
  TranslationModel: new (
    configuration: string,
    model: AlignedMemory,
    shortlist: AlignedMemory,
    vocabularies: List<AlignedMemory>,
    qualityModel: null,
  ) => TranslationModel;
  BlockingService: new (options: { cacheSize: number }) => TranslationService;
  asm: Record<string, (...values: number[]) => number>;
}

/**
 * Browsers may offer these matrix functions natively and the module imports them; elsewhere its own exports of the
 * same purpose take their place.
 * https://github.com/browsermt/bergamot-translator/blob/main/wasm/import-gemm-module.js
 */
const matrixFunctions = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
};

/**
 * Starts the WebAssembly module from the files of the npm package. Only its glue and wasm are used: its `translator.js` hangs on Node.
 * https://emscripten.org/docs/api_reference/module.html
 */
export function loadBergamotModule(): Promise<BergamotModule> {
  const require = createRequire(import.meta.url);
  const glueFile = require.resolve('@browsermt/bergamot-translator/worker/bergamot-translator-worker.js');
  const glue = readFileSync(glueFile, 'utf8');
  const wasm = readFileSync(glueFile.replace(/\.js$/, '.wasm'));
  return new Promise((onReady, onFailure) => {
    const module = {
      print: ignoreOutput,
      printErr: ignoreOutput,
      instantiateWasm: (imports: Imports, accept: (instance: object) => void) => {
        const matrix = getMatrixFunctions(module as unknown as BergamotModule);
        WebAssembly.instantiate(wasm, { ...imports, wasm_gemm: matrix }).then(({ instance }) => {
          accept(instance);
        }, onFailure);
        return {};
      },
      onRuntimeInitialized: () => {
        onReady(module as unknown as BergamotModule);
      },
    };
    const start = compileFunction(glue, ['Module']) as (module: object) => void;
    start(module);
  });
}

function getMatrixFunctions(
  module: BergamotModule,
): Record<string, (...values: number[]) => number | undefined> {
  return Object.fromEntries(
    Object.entries(matrixFunctions).map(([name, fallback]) => [
      name,
      (...values: number[]) => module.asm[fallback]?.(...values),
    ]),
  );
}

/** What the module prints is progress that nobody reads. */
function ignoreOutput(): void {}
