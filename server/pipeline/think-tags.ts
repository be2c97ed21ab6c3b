/** What stands before and after a block of thinking, in lower case. */
export interface ThinkTag {
  readonly opening: string;
  /** Empty: the opening stands alone and begins the answer. */
  readonly closing: string;
  /** The opening may come again within the block and opens nothing then. */
  readonly repeats?: true;
}

/**
 * Names of tags as in `<think>…</think>`: Qwen, DeepSeek and most others `think`, Claude's manner and Reflection `thinking` and `reflection`,
 * EXAONE Deep `thought`, Seed-OSS `seed:think`; the rest come from models that were tuned or told to use them.
 */
const names = [
  'think',
  'thinking',
  'thought',
  'thoughts',
  'reasoning',
  'reason',
  'reflection',
  'analysis',
  'scratchpad',
  'seed:think',
];

const harmonyFinal = '<|channel|>final<|message|>';

/**
 * gpt-oss writes its channels one after the other; all before the final one is thinking, whatever lies between.
 * Source: https://cookbook.openai.com/articles/openai-harmony.
 */
const harmonyTags: ThinkTag[] = ['', '<|start|>assistant'].flatMap((role) => [
  { opening: `${role}<|channel|>analysis<|message|>`, closing: harmonyFinal, repeats: true },
  { opening: `${role}<|channel|>commentary<|message|>`, closing: harmonyFinal, repeats: true },
  { opening: role + harmonyFinal, closing: '' },
]);

/** Every spelling that models really use. */
export const thinkTags: readonly ThinkTag[] = [
  ...names.map((name) => ({ opening: `<${name}>`, closing: `</${name}>` })),
  // Magistral: https://huggingface.co/mistralai/Magistral-Small-2507
  { opening: '[think]', closing: '[/think]' },
  // Kimi-VL-Thinking and Kimi-Dev
  { opening: '◁think▷', closing: '◁/think▷' },
  // MedGemma 1.5
  { opening: '<unused94>thought', closing: '<unused95>' },
  // Gemma 4
  { opening: '<|channel>thought', closing: '<channel|>' },
  // Command A Reasoning and Command R7B
  { opening: '<|start_thinking|>', closing: '<|end_thinking|>' },
  // OpenThinker and Sky-T1
  { opening: '<|begin_of_thought|>', closing: '<|end_of_thought|>' },
  // Apertus
  { opening: '<|inner_prefix|>', closing: '<|inner_suffix|>' },
  // Solar Open
  { opening: '<|think|>', closing: '<|content|>' },
  ...harmonyTags,
];

/** The longest opening. */
export const maxOpeningChars = Math.max(...thinkTags.map(({ opening }) => opening.length));

/** The tag whose opening a text begins with. */
export function findThinkTag(text: string): ThinkTag | undefined {
  const start = text.slice(0, maxOpeningChars).toLowerCase();
  return thinkTags.find(({ opening }) => start.startsWith(opening));
}
