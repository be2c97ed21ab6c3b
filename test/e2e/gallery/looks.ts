/** What a reader's system asks of everything. */
export const looks = ['light', 'dark', 'forced'] as const;

/** `forced`: few colours, of the reader's own choice. */
export type Look = (typeof looks)[number];
