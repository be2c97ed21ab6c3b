import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A text that tempts a model to do something else than translate it. */
export interface Attack {
  name: string;
  /** An `attack` means to; a `trap` does so without meaning to. */
  kind: 'attack' | 'trap';
  /** BCP 47 tags. */
  source: string;
  target: string;
  text: string;
  /** What a model answers that falls for it. */
  obeyed: string;
}

export function readAttacks(): Attack[] {
  const file = path.join(import.meta.dirname, 'fixtures/attacks.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Attack[];
}
