import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { LanguagePair } from '../engine.ts';

/** SHA-256 of each decompressed model file, by pair (`en-pt`) and file name: the contents of `checksums.json`. */
type Checksums = Record<string, Record<string, string>>;

/** The files of a pair, decompressed. */
export interface ModelFiles {
  model: Uint8Array;
  shortlist: Uint8Array;
  vocabulary: Uint8Array;
}

/** The pairs that a models folder holds, as its `checksums.json` lists them. */
export function readModelPairs(modelsFolder: string): LanguagePair[] {
  return Object.keys(readChecksums(modelsFolder)).map((name) => {
    const [source = '', target = ''] = name.split('-');
    return { source, target };
  });
}

/** Reads, decompresses and verifies the files of a pair (`en-pt`). Throws an error that names the file when one is missing or differs. */
export function readModelFiles(modelsFolder: string, pair: string): ModelFiles {
  const checksums = readChecksums(modelsFolder)[pair] ?? {};
  const read = (prefix: string): Uint8Array => {
    const name = Object.keys(checksums).find((file) => file.startsWith(prefix));
    if (!name) throw new Error(`checksums.json lists no ${prefix}* for the models ${pair}.`);
    return readVerified(path.join(modelsFolder, pair, `${name}.br`), checksums[name]);
  };
  return { model: read('model.'), shortlist: read('lex.'), vocabulary: read('vocab.') };
}

function readVerified(file: string, expected: string | undefined): Uint8Array {
  const bytes = decompress(file);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === expected) return bytes;
  throw new Error(`The model file ${file} is damaged: its SHA-256 is not the one in checksums.json.`);
}

function decompress(file: string): Uint8Array {
  const compressed = readFileSync(file);
  try {
    return brotliDecompressSync(compressed);
  } catch (cause) {
    throw new Error(`The model file ${file} is damaged: it cannot be decompressed.`, { cause });
  }
}

function readChecksums(modelsFolder: string): Checksums {
  return JSON.parse(readFileSync(path.join(modelsFolder, 'checksums.json'), 'utf8')) as Checksums;
}
