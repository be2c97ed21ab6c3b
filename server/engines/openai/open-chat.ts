import { boundFetch, type BoundResponse } from '../bound-fetch.ts';
import type { EngineCall } from '../engine.ts';
import { buildChatRequest } from './chat-request.ts';
import { findRefusedFields } from './find-refused-fields.ts';
import { type Fail, saysOverflow } from './openai-error.ts';
import { createRequest, readBeginning, type Server } from './server.ts';

/** Errors are short, but some quote the prompt; of a page that is none, the beginning says enough. */
const maxErrorBytes = 1_000_000;

/**
 * Asks for one answer, and again without the fields that a strict server refuses. Gives the answer, still on its way; any other than 2xx is
 * thrown.
 */
export async function openChat(
  server: Server,
  call: EngineCall,
  { signal, fail }: { signal: AbortSignal; fail: Fail },
): Promise<BoundResponse> {
  const binding = { agent: server.agent, signal, fail };
  for (;;) {
    const request = buildChatRequest(call, server.refused);
    const response = await boundFetch(
      `${server.url}/chat/completions`,
      createRequest(server, request),
      binding,
    );
    if (response.ok) return response;
    const { status } = response;
    const error = await readBeginning(response.body, maxErrorBytes);
    if ([400, 413, 422, 500].includes(status) && saysOverflow(error)) throw fail({ kind: 'overflow' });
    const refused = status === 400 || status === 422 ? findRefusedFields(request, error) : [];
    if (refused.length === 0) throw fail({ kind: 'status', status, error });
    for (const field of refused) server.refused.add(field);
  }
}
