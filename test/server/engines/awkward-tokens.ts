/** What breaks careless readers: white space at the edges, every line break, NUL, joined emoji, frame words, thinking tags. */
export const awkwardTokens = [
  ' Olá',
  '\n',
  '\n\n ',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\0',
  '日本',
  '👩‍👩‍👧',
  'data: x',
  '[[END]]',
  '[DONE]',
  '<think>',
  'fim ',
];
