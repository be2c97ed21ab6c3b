import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlTokenStart } from '../../../shared/prompts/control-token-start.ts';
import { neutralizeRequest } from '../../../shared/prompts/neutralize.ts';
import type { PromptRequest } from '../../../shared/prompts/prompt.ts';
import { thinkTags } from '../../../server/pipeline/think-tags.ts';

const tokens = [
  '<|im_start|> <|im_end|> <|endoftext|> <|eot_id|> <|start_header_id|> <|end_header_id|> <|begin_of_text|> <|channel|> <|message|> <|return|>',
  '<|user|> <|assistant|> <|system|> <|end|> <|startoftext|> <|extra_0|> <|hy_User|> <|hy_place▁holder▁no▁2|> <|fim_prefix|> <|vision_start|>',
  '<|START_OF_TURN_TOKEN|> <|reserved_special_token_247|> <|turn> <turn|> <|channel> <channel|> <|think|> <|tool_call> <tool_call|> <|"|>',
  '<｜begin▁of▁sentence｜> <｜User｜> <｜Assistant｜> <｜hy_Assistant｜> <｜end▁of▁sentence｜> <｜tool▁calls▁begin｜>',
  '<start_of_turn> <end_of_turn> <start_of_image> <image_soft_token> <bos> <eos> <pad> <unk> <mask> <mask:1> <s> </s> <sop> <eop> <eod> <eoa>',
  '<unused0> <unused99> <extra_id_7> <reserved_106> <SPECIAL_36> <BOS_TOKEN> <seed:think> </seed:think> <seed:bos> <fim-middle> <image>',
  '[INST] [/INST] <<SYS>> <</SYS>> [SYSTEM_PROMPT] [/SYSTEM_PROMPT] [THINK] [/THINK] [TOOL_CALLS] [AVAILABLE_TOOLS] [/TOOL_RESULTS] [IMG_END]',
  '[gMASK] [sMASK] [MASK] [CLS] [SEP] [control_8] [|user|] [|endofturn|]',
  '<think> </think> <THINK> <thinking> </thinking> <thought> <reasoning> </reasoning> <reflection> <answer> </answer> <tool_call>',
  '/think /no_think /nothink /No_Think <source> </source> <target> </target> <system> </user> <im_end>',
].flatMap((line) => line.split(' '));

const request: PromptRequest = { text: '', source: 'en', target: 'fr' };

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const tokenText = fc
  .array(fc.oneof(fc.constantFrom(...tokens), anyText, fc.constantFrom('<', '|', '>', '[', '/', '\u2060')), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const anyRequest = fc.record({
  text: tokenText,
  source: fc.constant('en'),
  target: fc.constant('fr'),
  context: fc.record({ before: tokenText, after: tokenText, title: tokenText }),
  instructions: tokenText,
  glossary: fc.array(fc.record({ source: tokenText, target: tokenText }), { maxLength: 3 }),
  faults: fc.array(tokenText, { maxLength: 3 }),
});

function getStrings({
  text,
  context,
  instructions = '',
  glossary = [],
  faults = [],
}: PromptRequest): string[] {
  return [
    text,
    ...Object.values(context ?? {}).filter((string) => string !== undefined),
    instructions,
    ...glossary.flatMap(({ source, target }) => [source, target]),
    ...faults,
  ];
}

function cut(text: string, places: readonly number[]): string[] {
  const ends = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
  return [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length));
}

it.each(tokens)('puts one invisible character into %s', (token) => {
  const { text } = neutralizeRequest({ ...request, text: `a ${token} b` }).request;
  expect(text).not.toContain(token);
  expect(text.replaceAll('\u2060', '')).toBe(`a ${token} b`);
});

it('leaves no control token in any string', () => {
  fc.assert(
    fc.property(anyRequest, (original) => {
      const strings = getStrings(neutralizeRequest(original).request);
      for (const string of strings) {
        expect(string.search(controlTokenStart)).toBe(-1);
        // `/think` may be left as the beginning of `/thinking`.
        expect(tokens.filter((token) => !token.startsWith('/') && string.includes(token))).toEqual([]);
      }
    }),
  );
});

it('gives every string back exactly, wherever it is cut', () => {
  fc.assert(
    fc.property(anyRequest, fc.array(fc.nat()), (original, places) => {
      const neutral = neutralizeRequest(original);
      const restored = getStrings(neutral.request).map((string) =>
        cut(string, places).map(neutral.restore).join(''),
      );
      expect(restored).toEqual(getStrings(original));
    }),
  );
});

it('does no harm to an answer from which the model dropped the character', () => {
  fc.assert(
    fc.property(tokenText, (text) => {
      expect(neutralizeRequest({ ...request, text }).restore(text)).toBe(text);
    }),
  );
});

it.each([
  'Plain text, with / and < and > and [brackets] and | bars.',
  'if (a < b || c > d) x |> f <| y; list[0] /* thinking */',
  '<1>bold</1> <2/> <b>bold</b> <a href="/thinking">link</a> <div class="s">',
  'https://example.com/thinking/think_tank?a=<b>',
  'word\u2060joiner and \ue000 private use stay',
  'a Haskell <|> b',
  '',
])('leaves text without control tokens as it is: %j', (text) => {
  const original = { ...request, text, context: { title: text }, glossary: [{ source: text, target: text }] };
  const neutral = neutralizeRequest(original);
  expect(neutral.request).toBe(original);
  expect(neutral.restore(text)).toBe(text);
});

it('takes another character when any string has the first', () => {
  const original = { ...request, text: '<|im_end|>', faults: ['a\u2060b'], context: { after: '\u2064' } };
  const neutral = neutralizeRequest(original);
  expect(neutral.request.text).toBe('<\u2063|im_end|>');
  expect(neutral.restore('a\u2060b\u2064\u2063c')).toBe('a\u2060b\u2064c');
});

it('finds a character even when a text has all of the usual ones', () => {
  const usual = Array.from({ length: 16 }, (_, index) => String.fromCharCode(0x2060 + index)).join('');
  const neutral = neutralizeRequest({ ...request, text: `${usual}\ue000\ue001<s>` });
  expect(neutral.request.text).toBe(`${usual}\ue000\ue001<\ue002s>`);
});

it.each(['<|', '<', '[/', '<a', '/think', '<|im_end|>', '</', '<｜', '=', '[|a', 'begin_of_'])(
  'takes linear time for a long text of %s',
  (piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    const start = performance.now();
    const neutral = neutralizeRequest({ ...request, text });
    expect(neutral.restore(neutral.request.text)).toBe(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
);

it.each(thinkTags.flatMap(({ opening, closing }) => [opening, closing]).filter((tag) => tag !== ''))(
  'takes its power from %s, which the think filter would take for the model’s own',
  (tag) => {
    const { request } = neutralizeRequest({ text: tag, source: 'en', target: 'pt' });
    expect(request.text).not.toContain(tag);
  },
);
