/** Names between `<` and `>`, with or without `/`: turns, thinking, tools, images, and the delimiters of Hunyuan's format template. */
const angleNames = [
  's|[be]o[a-z]|pad|unk|cls|sep|sop|mask(?::\\d+)?|sys|inst|system|user|assistant|human|[a-z_]+_token|hy_[a-z_]+|seed:[a-z_]+',
  '(?:start|end|begin)[_-]of[_-][a-z_-]+|im_(?:start|end)|(?:unused|reserved|extra_id|special|control)[a-z_]*\\d*',
  'think|thinking|thoughts?|reasoning|reason|analysis|reflection|scratchpad|answer|source|target',
  '(?:tool|function)s?(?:_[a-z]+)?|fim[_-][a-z]+|file_sep|repo_name|image|img|video|audio',
].join('|');

/** Names between `[` and `]`: Mistral's, GLM's and BERT's. */
const squareNames = [
  'inst|sys|think|system_prompt|available_tools|tool_[a-z_]+|call_id|args|model_settings|img(?:_[a-z]+)?|(?:begin_)?audio',
  'transcribe|prefix|middle|suffix|[gs]?mask|cls|sep|pad|unk|bos|eos|control_\\d+',
].join('|');

/** `<|im_end|>`, DeepSeek's `<｜User｜>`, and Gemma 4's `<|turn>` and `<turn|>`. Bounded, so that a search takes linear time. */
const barred = '[|｜][^<>\\s]{1,64}>|[\\w:-]{1,64}[|｜]>';

/**
 * Finds the first character of everything that a chat template, a tokenizer or a model's training gives a meaning of its own; only the
 * first, because tokens may lie in one another. Sources: the `added_tokens` of the tokenizers of Llama 2 to 4, Mistral, Gemma 1 to 4, Qwen 2
 * and 3, DeepSeek, GLM, Phi and Hunyuan; the switches `/think` and `/no_think` are Qwen3's (https://qwenlm.github.io/blog/qwen3/). Case doesn't
 * matter, for a model reads `<THINK>` like `<think>`.
 */
export const controlTokenStart = new RegExp(
  [
    `<(?=${barred}|/?(?:${angleNames})\\s*/?>|</?sys>>)`,
    `\\[(?=/?(?:${squareNames})\\]|\\|[a-z_]{1,64}\\|\\])`,
    '/(?=(?:no_?)?think(?![\\p{L}\\p{N}_]))',
    // Kimi's
    '◁(?=/?think▷)',
  ].join('|'),
  'giu',
);
