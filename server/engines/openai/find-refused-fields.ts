import { extensions, type ChatRequest, type OptionalField } from './chat-request.ts';

/** Never left out: without them there is no request. */
const essentials: ReadonlySet<string> = new Set(['model', 'messages', 'stream']);

/** What the fields are called where their own name is not. vLLM says this of models that come with Mistral's own tokenizer. */
const otherNames: Partial<Record<string, RegExp>> = { chat_template_kwargs: /\bchat_template\b/ };

const unknownField =
  /(?:unrecogni[sz]ed|unknown|unexpected|unsupported|additional) (?:request )?(?:field|param|arg|key|propert|input)|extra (?:fields|inputs)|extra_forbidden/i;

/**
 * The fields of a request to leave out next time, from what a server said with a 400 or 422: those it names, or all extensions when it
 * complains of a field without a name. Empty when the refusal has another reason.
 */
export function findRefusedFields(request: ChatRequest, error: string): OptionalField[] {
  const sent = Object.keys(request).filter((name) => !essentials.has(name)) as OptionalField[];
  const named = sent.filter((name) => isNamed(name, error));
  if (named.length > 0 || !unknownField.test(error)) return named;
  return sent.filter((name) => extensions.includes(name));
}

function isNamed(name: OptionalField, error: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(error) || otherNames[name]?.test(error) === true;
}
