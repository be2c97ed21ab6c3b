import { chineseCharacters } from './chinese-characters.ts';

/** Made on first use. */
let scriptsByCharacter: ReadonlyMap<string, 'Hans' | 'Hant'> | undefined;

/**
 * How many characters of a Chinese text are only simplified and only traditional, and which script that makes it; undefined when nothing
 * tells, or both are there in like numbers.
 */
export function findChineseScript(text: string): 'Hans' | 'Hant' | undefined {
  scriptsByCharacter ??= createTable();
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    const script = scriptsByCharacter.get(character);
    if (script === 'Hans') simplified++;
    else if (script === 'Hant') traditional++;
  }
  if (simplified > 2 * traditional) return 'Hans';
  return traditional > 2 * simplified ? 'Hant' : undefined;
}

function createTable(): Map<string, 'Hans' | 'Hant'> {
  const table = new Map<string, 'Hans' | 'Hant'>();
  for (const script of ['Hans', 'Hant'] as const)
    for (const character of chineseCharacters[script]) table.set(character, script);
  return table;
}
