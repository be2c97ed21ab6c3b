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

/** Reads, decompresses and verifies the files of a pair (`en-pt`). Throws an error that names the file when one is missing or damaged. */
export function readModelFiles(modelsFolder: string, pair: string): ModelFiles {
  const checksums = readChecksums(modelsFolder)[pair] ?? {};
  const read = (prefix: string): Uint8Array => {
    const name = Object.keys(checksums).find((file) => file.startsWith(prefix));
    if (!name) throw new Error(`checksums.json lists no ${prefix}* for ${pair}.`);
    const bytes = decompress(modelsFolder, `${pair}/${name}.br`);
    if (createHash('sha256').update(bytes).digest('hex') === checksums[name]) return bytes;
    throw new Error(`The model file ${pair}/${name}.br is damaged: its checksum is wrong.`);
  };
  return { model: read('model.'), shortlist: read('lex.'), vocabulary: read('vocab.') };
}

function decompress(modelsFolder: string, file: string): Uint8Array {
  try {
    return brotliDecompressSync(readFileSync(path.join(modelsFolder, file)));
  } catch (cause) {
    throw new Error(`The model file ${file} cannot be read.`, { cause });
  }
}

function readChecksums(modelsFolder: string): Checksums {
  const file = path.join(modelsFolder, 'checksums.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Checksums;
  } catch (cause) {
    throw new Error(`The list of embedded models ${file} cannot be read.`, { cause });
  }
}
