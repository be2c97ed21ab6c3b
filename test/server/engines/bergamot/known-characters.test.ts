import { expect, test } from 'vitest';
import { packageRoot } from '../../../../server/package-root.ts';
import path from 'node:path';
import { knownCharacters } from '../../../../server/engines/bergamot/known-characters.ts';
import { readModelFiles, readModelPairs } from '../../../../server/engines/bergamot/model-files.ts';

const modelsFolder = path.join(packageRoot, 'server/models');
const copedWith = new Set('<#ÀÂÃÇÊÍÓÔÕÚªº ');

/**
 * The text pieces of a SentencePiece model, a protocol buffer: field 1, repeated, is a piece, whose own field 1 is the text.
 * https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto
 */
function readPieces(bytes: Buffer): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (bytes[at] === 0x0a) {
    const length = bytes[at + 1] ?? 0;
    const textLength = bytes[at + 3] ?? 0;
    pieces.push(bytes.toString('utf8', at + 4, at + 4 + textLength));
    at += 2 + length;
  }
  return pieces;
}

test.each(readModelPairs(modelsFolder))(
  'the known characters are those of the vocabulary $source-$target',
  (pair) => {
    const { vocabulary } = readModelFiles(modelsFolder, `${pair.source}-${pair.target}`);
    const pieces = readPieces(Buffer.from(vocabulary));
    const characters = new Set(pieces.slice(2).join('').replaceAll('▁', ''));
    const isKnown = new RegExp(`^[${knownCharacters}]$`, 'u');
    expect(pieces).toHaveLength(32_000);
    expect(
      [...characters].filter((character) => !isKnown.test(character) && !copedWith.has(character)),
    ).toEqual([]);
    const known = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
      isKnown.test(one),
    );
    expect(known.filter((character) => !characters.has(character) && !copedWith.has(character))).toEqual([]);
  },
);
