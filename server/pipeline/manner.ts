/**
 * `checked`, as `/v1/translate` promises; `original`, as `/translate_stream` always did: the model is asked whatever the text is, and
 * nothing that was shown is taken back.
 */
export type Manner = 'checked' | 'original';
