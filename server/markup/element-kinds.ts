/**
 * What is done with an element: `inline` stands in a sentence and surrounds some of its words; `word` stands in a sentence like a word that is not
 * translated; `sign` stands in a sentence and has no words; `opaque` stands outside of sentences and is not looked into; `block` does too, but
 * what it contains is translated.
 */
export type ElementKind = 'inline' | 'word' | 'sign' | 'opaque' | 'block';

const kinds: Record<Exclude<ElementKind, 'block'>, string> = {
  inline:
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q rb ruby s small span strike strong sub sup time tt u',
  word: 'code kbd samp var',
  sign: 'audio br canvas embed iframe img link math meta object picture rp rt rtc script style svg video wbr',
  opaque: 'listing noembed noframes noscript plaintext pre select template textarea xmp',
};

const kindByName = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as ElementKind] as const),
  ),
);

/** The start of an element. */
export interface StartTag {
  /** In small letters. */
  name: string;
  attributes: readonly { name: string; value: string }[];
}

/**
 * What is done with the element that a tag starts. Authors can forbid to translate it, by the standard attribute or the class that translators
 * agreed on; elements that they made up themselves are taken for inline ones.
 * https://html.spec.whatwg.org/multipage/dom.html#attr-translate
 */
export function getElementKind({ name, attributes }: StartTag): ElementKind {
  const kind = kindByName.get(name) ?? (name.includes('-') ? 'inline' : 'block');
  if (!attributes.some(forbidsTranslation)) return kind;
  if (kind === 'inline') return 'word';
  return kind === 'block' ? 'opaque' : kind;
}

function forbidsTranslation({ name, value }: { name: string; value: string }): boolean {
  if (name === 'class') return value.split(/\s+/).includes('notranslate');
  return name === 'translate' && value.toLowerCase() === 'no';
}
