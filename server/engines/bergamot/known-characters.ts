/**
 * The characters in the models' vocabularies (both directions have the same), and those that they cope with all the same: capitals with
 * accents and the ordinal signs of Portuguese. Everything else they drop, turn into a hyphen or, worse, into another word (`£` into
 * euros). As the inside of a regular expression's character class.
 */
export const knownCharacters = String.raw`A-Za-z0-9!"$%&'()*+,\-./:;=>?\[\]_| °ÁÉàáâãçéêíóôõúÀÂÃÇÊÍÓÔÕÚªº`;

/** What `simplifyTypography` turns into known characters. */
export const simplifiedCharacters = String.raw`\r\nﬀ-ﬆ“”„‟«»‘’‚‛‹›–—―−‐‑…\u0300-\u036f\u00ad\u200b\u2060\u00a0\u2002-\u200a\u202f\u205f\u3000`;
