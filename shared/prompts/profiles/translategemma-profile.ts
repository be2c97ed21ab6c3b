import { describeLanguage } from '../../find-language.ts';
import { getFaults, tagRule } from '../describe-options.ts';
import type { PromptProfile, PromptRequest, Sampling } from '../prompt.ts';

/** The model card decodes greedily (`do_sample=False`): https://huggingface.co/google/translategemma-4b-it. */
const sampling: Sampling = { temperature: 0 };

/**
 * TranslateGemma, trained on one prompt in the user's turn, two empty lines before the text: https://ollama.com/library/translategemma and
 * the chat template of https://huggingface.co/google/translategemma-4b-it. It has no place for options, and nothing may stand after the
 * text, where it would be translated; so the text can't end its place in the prompt, only pretend to be an instruction.
 */
export const translategemmaProfile: PromptProfile = {
  name: 'translategemma',
  thinking: 'never',
  unsupportedOptions: ['context', 'instructions', 'formality', 'glossary'],
  buildPrompt: (request) => ({ messages: [{ role: 'user', content: buildContent(request) }], sampling }),
};

function buildContent(request: PromptRequest): string {
  const { text, source, target } = request;
  const into = getName(target);
  const isKnown = source !== 'und' && source !== 'auto';
  const from = isKnown ? `${getName(source)} ` : '';
  const role = isKnown
    ? `${from}(${source}) to ${into} (${target}) translator`
    : `translator into ${into} (${target})`;
  return [
    `You are a professional ${role}. Your goal is to accurately convey the meaning and nuances of the original ${from}text while adhering to ${into} grammar, vocabulary, and cultural sensitivities.`,
    ...describeDemands(request),
    `Produce only the ${into} translation, without any additional explanations or commentary. Please translate the following ${from}text into ${into}:\n\n\n${text}`,
  ].join('\n');
}

/** What the published prompt lacks and a text with tags, or a second attempt, can't do without. */
function describeDemands(request: PromptRequest): string[] {
  const faults = getFaults(request);
  return [
    ...(request.hasTags ? [tagRule] : []),
    ...(faults.length === 0 ? [] : [`An earlier translation was rejected, because: ${faults.join(' ')}`]),
  ];
}

/** The template names a regional form by its language and leaves the rest to the code: "Portuguese (pt-BR)". */
function getName(tag: string): string {
  return describeLanguage(tag).replace(/ \(.*\)$/, '');
}
