/** The language alone of a BCP 47 tag, in small letters: `pt` of `pt-BR`, whatever script and region it names besides. */
export function getLanguageSubtag(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
