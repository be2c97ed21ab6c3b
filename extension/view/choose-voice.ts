/** What is asked of a voice of `speechSynthesis`. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * The voice for a language (a BCP 47 tag): of the very tag, else of its region or script, else of the language; among equals the default. Only of voices on this
 * computer: others send the text to whoever made them. Undefined when there is none; a wrong one would be no help. Pure.
 */
export function chooseVoice<Some extends Voice>(voices: readonly Some[], tag: string): Some | undefined {
  const wanted = parseTag(tag);
  if (!wanted) return undefined;
  const rank = (voice: Some): number => rankVoice(voice, wanted);
  const fitting = voices.filter((voice) => voice.localService && rank(voice) > 0);
  return fitting.sort((a, b) => rank(b) - rank(a))[0];
}

function rankVoice(voice: Voice, wanted: Intl.Locale): number {
  const spoken = parseTag(voice.lang);
  if (spoken?.language !== wanted.language) return 0;
  const [likely, other] = [wanted.maximize(), spoken.maximize()];
  const fits = [voice.default, likely.script === other.script, likely.region === other.region];
  return fits.reduce((rank, fit, place) => rank + Number(fit) * 2 ** place, 1);
}

/** Some systems write `pt_BR`. */
function parseTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replace('_', '-'));
  } catch {
    return undefined;
  }
}
