import * as z from 'zod/mini';

/** Servers send null where there is nothing. */
function nullish<Inner extends z.ZodMiniType>(inner: Inner): z.ZodMiniOptional<z.ZodMiniNullable<Inner>> {
  return z.optional(z.nullable(inner));
}

const messageSchema = nullish(
  z.object({
    content: nullish(z.string()),
    /** In DeepSeek, SGLang, llama-server, LM Studio and older vLLM. */
    reasoning_content: nullish(z.string()),
    /** In Ollama, and in vLLM since https://github.com/vllm-project/vllm/pull/27752. */
    reasoning: nullish(z.string()),
  }),
);

/** What is read of a chunk of a stream, or of a whole answer, which has `message` in the place of `delta`. */
const chunkSchema = z.object({
  choices: nullish(
    z.array(z.object({ delta: messageSchema, message: messageSchema, finish_reason: nullish(z.string()) })),
  ),
  usage: nullish(
    z.object({
      prompt_tokens: nullish(z.number()),
      completion_tokens: nullish(z.number()),
      completion_tokens_details: nullish(z.object({ reasoning_tokens: nullish(z.number()) })),
    }),
  ),
});

/** What one document of an answer says. */
export interface Chunk {
  text: string;
  thought: string;
  /** Why the answer ended, in the server's word; undefined while it goes on. */
  finish: string | undefined;
  usage: { inputTokens?: number; outputTokens?: number; thinkingTokens?: number };
}

/** Errors are objects or sentences; older vLLM writes `{"object": "error", …}`. */
export function isErrorDocument(json: unknown): boolean {
  const { data } = errorSchema.safeParse(json);
  return data !== undefined && (Boolean(data.error) || data.object === 'error');
}

const errorSchema = z.object({ error: z.optional(z.unknown()), object: z.optional(z.unknown()) });

/** Undefined for what is not of this protocol. */
export function readChunk(json: unknown): Chunk | undefined {
  const { data } = chunkSchema.safeParse(json);
  if (!data) return undefined;
  // Nobody asked for more than one answer.
  const choice = data.choices?.[0];
  return {
    ...readMessage(choice?.delta ?? choice?.message ?? {}),
    // Some servers write an empty reason as long as there is none.
    finish: choice?.finish_reason || undefined,
    usage: readUsage(data.usage),
  };
}

function readMessage(message: NonNullable<z.infer<typeof messageSchema>>): Pick<Chunk, 'text' | 'thought'> {
  const { content, reasoning, reasoning_content: reasoningContent } = message;
  return { text: content ?? '', thought: reasoningContent || reasoning || '' };
}

function readUsage(usage: z.infer<typeof chunkSchema>['usage']): Chunk['usage'] {
  const counts = {
    inputTokens: usage?.prompt_tokens,
    outputTokens: usage?.completion_tokens,
    thinkingTokens: usage?.completion_tokens_details?.reasoning_tokens,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => typeof count === 'number'));
}
