import * as z from 'zod/mini';
import { boundFetch } from '../bound-fetch.ts';
import { parseJson } from '../parse-json.ts';
import type { Fail } from './openai-error.ts';
import { createRequest, readBeginning, type Server, type ServerModel } from './server.ts';

/** Gateways list hundreds of models, with a kilobyte each. */
const maxListBytes = 4_000_000;

const count = z.optional(z.nullable(z.number().check(z.positive())));

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string().check(z.minLength(1)),
      owned_by: z.optional(z.unknown()),
      /** vLLM and SGLang. */
      max_model_len: count,
      /** LM Studio. */
      loaded_context_length: count,
      /** Gateways. */
      context_length: count,
      /** llama-server. */
      meta: z.optional(z.nullable(z.object({ n_ctx: count }))),
    }),
  ),
});

type Listed = z.infer<typeof listSchema>['data'][number];

/** The models that a server lists, in its order. Throws what is wrong with it. */
export async function listModels(
  server: Server,
  { signal, fail }: { signal: AbortSignal; fail: Fail },
): Promise<ServerModel[]> {
  const binding = { agent: server.agent, signal, fail };
  const { ok, status, body } = await boundFetch(`${server.url}/models`, createRequest(server), binding);
  const text = await readBeginning(body, maxListBytes);
  if (!ok) throw fail({ kind: 'status', status, error: text });
  const models = readList(text);
  if (!models) throw fail({ kind: 'unreadable' });
  return models.map((model) => ({
    name: model.id,
    contextTokens: getContextTokens(model),
    // No other server says that its models are the library's.
    isOllamas: model.owned_by === 'library',
  }));
}

/** Undefined for what is another protocol's. */
function readList(text: string): Listed[] | undefined {
  return listSchema.safeParse(parseJson(text)).data?.data;
}

function getContextTokens(model: Listed): number | undefined {
  const { max_model_len: vllm, loaded_context_length: lmStudio, context_length: gateway, meta } = model;
  return vllm ?? lmStudio ?? gateway ?? meta?.n_ctx ?? undefined;
}
