import { getLanguage } from './find-language.ts';
import { getScript } from './get-script.ts';

/** Tags that mean the same language in the table or in use. */
const sameLanguages = new Map([
  ['no', 'nb'],
  ['tl', 'fil'],
]);

/**
 * Whether a text in the one language needs no translation into the other. Scripts matter (`sr-Cyrl` and `sr-Latn` differ), and so do regions
 * when both are named (`pt` and `pt-BR` are the same, `pt-PT` and `pt-BR` aren't); `zh` leaves the script open and is the same as either. Never
 * for `und` and `auto`, nor for what is no tag.
 */
export function isSameLanguage(a: string, b: string): boolean {
  const code = getCode(a);
  return code !== undefined && code === getCode(b) && hasSameScript(a, b) && hasSameRegion(a, b);
}

function getCode(tag: string): string | undefined {
  const [code] = getLanguage(tag)?.tag.split('-') ?? [];
  return code === undefined ? undefined : (sameLanguages.get(code) ?? code);
}

function hasSameScript(a: string, b: string): boolean {
  const scripts = [getScript(a), getScript(b)];
  return scripts[0] === scripts[1] || scripts.includes('Hani');
}

function hasSameRegion(a: string, b: string): boolean {
  const [region, other] = [getRegion(a), getRegion(b)];
  return region === undefined || other === undefined || region === other;
}

/** Only of tags that have a row of their own: `pt-AO` is `pt` to the models. */
function getRegion(tag: string): string | undefined {
  return /-([A-Z]{2}|\d{3})$/.exec(getLanguage(tag)?.tag ?? '')?.[1];
}
