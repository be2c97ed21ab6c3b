import { chineseLanguageNames } from '../../chinese-language-names.ts';
import { describeLanguage } from '../../find-language.ts';
import { getFaults, getTerms } from '../describe-options.ts';
import { getContext } from '../get-context.ts';
import type { PromptProfile, PromptRequest, Sampling } from '../prompt.ts';

/**
 * Published for Hunyuan-MT-7B, HY-MT1.5 and Hy-MT2 (1.8B and 7B): "We recommend using the following set of parameters for inference".
 * Sources of this and of all wordings here, under "Prompts": https://github.com/Tencent-Hunyuan/Hunyuan-MT,
 * https://github.com/Tencent-Hunyuan/HY-MT and https://github.com/Tencent-Hunyuan/Hy-MT2; their model cards say the same.
 */
const sampling: Sampling = { temperature: 0.7, topP: 0.6, topK: 20, repetitionPenalty: 1.05 };

/** How a generation of the models is asked for a language; the text follows after an empty line. */
interface Wording {
  chinese: (language: string) => string;
  english: (language: string) => string;
}

const onlyTheResult = '注意只需要输出翻译后的结果，不要额外解释';

const hyMt15: Wording = {
  chinese: (language) => `将以下文本翻译为${language}，${onlyTheResult}：`,
  english: (language) => `Translate the following segment into ${language}, without additional explanation.`,
};

const hunyuanMt7b: Wording = {
  ...hyMt15,
  chinese: (language) => `把下面的文本翻译成${language}，不要额外解释。`,
};

const hyMt2: Wording = {
  ...hyMt15,
  english: (language) =>
    `Translate the following text into ${language}. Note that you should only output the translated result without any additional explanation:`,
};

/**
 * Tencent's translation models. Their templates put the text last, so it can't end its place in the prompt, only pretend to be an instruction;
 * context and terms stand before it on one line each, so that they can't pretend to be the template's own line.
 */
function createProfile(wording: Wording): PromptProfile {
  return {
    name: 'hunyuan-mt',
    thinking: 'never',
    unsupportedOptions: ['instructions', 'formality'],
    buildPrompt: (request) => ({
      messages: [{ role: 'user', content: buildContent(request, wording) }],
      sampling,
      ...(request.hasTags && { answerTag: 'target' }),
    }),
  };
}

/** The profile for HY-MT1.5, and for a model whose generation isn't known. */
export const hunyuanMtProfile: PromptProfile = createProfile(hyMt15);

/** The profile for the first generation, Hunyuan-MT-7B. */
export const hunyuanMt7bProfile: PromptProfile = createProfile(hunyuanMt7b);

/** The profile for Hy-MT2. */
export const hyMt2Profile: PromptProfile = createProfile(hyMt2);

function buildContent(request: PromptRequest, wording: Wording): string {
  const terms = getTerms(request).map(({ source, target }) => `${source} 翻译成 ${target}\n`);
  const glossary = terms.length === 0 ? '' : `参考下面的翻译：\n${terms.join('')}\n`;
  const context = Object.values(getContext(request)).filter((line) => line !== '');
  const faults = getFaults(request);
  if (request.hasTags) return glossary + buildFormatted(request, context, faults);
  if (context.length > 0) return glossary + buildContextual(request, context, faults);
  if (glossary !== '') return glossary + buildChinese(request, hyMt15, faults);
  return isChinese(request.source) || isChinese(request.target)
    ? buildChinese(request, wording, faults)
    : buildEnglish(request, wording, faults);
}

/** ZH<=>XX; and with terms, for which there is no English template. */
function buildChinese({ text, target }: PromptRequest, { chinese }: Wording, faults: string[]): string {
  return `${describeFaults(faults)}${chinese(getChineseName(target))}\n\n${text}`;
}

/** XX<=>XX. */
function buildEnglish({ text, target }: PromptRequest, { english }: Wording, faults: string[]): string {
  const demand =
    faults.length === 0 ? '' : `An earlier translation was rejected, because: ${faults.join(' ')}\n`;
  return `${demand}${english(describeLanguage(target))}\n\n${text}`;
}

function buildContextual({ text, target }: PromptRequest, context: string[], faults: string[]): string {
  return `${context.join('\n')}\n${describeFaults(faults)}参考上面的信息，把下面的文本翻译成${getChineseName(target)}，注意不需要翻译上文，也不要额外解释：\n${text}`;
}

/** The template for tags, with our numbers in place of its `<sn></sn>`. The text can't hold `</source>`: `neutralizeRequest` sees to that. */
function buildFormatted({ text, target }: PromptRequest, context: string[], faults: string[]): string {
  const above = context.map((line) => `${line}\n`).join('');
  const hint = context.length === 0 ? '' : '参考上面的信息，';
  const task = `将以下<source></source>之间的文本翻译为${getChineseName(target)}，${onlyTheResult}`;
  const tags =
    '原文中的<1></1>、<2/>等标签表示标签内文本包含格式信息，需要在译文中相应的位置尽量保留该标签。输出格式为：<target>str</target>';
  return `${above}${describeFaults(faults)}${hint}${task}，${tags}\n\n<source>${text}</source>`;
}

/** Before the template's own words, since what comes after them would be translated. */
function describeFaults(faults: string[]): string {
  return faults.length === 0 ? '' : `先前的译文有误，请改正：${faults.join(' ')}\n`;
}

function isChinese(tag: string): boolean {
  return /^(?:zh|yue)\b/.test(tag);
}

/** Names as the models' tables of languages have them, where CLDR's differ. */
const otherChineseNames = new Map([
  ['id', '印尼语'],
  ['zh', '中文'],
  ['zh-Hans', '中文'],
  ['zh-Hant', '繁体中文'],
]);

function getChineseName(tag: string): string {
  const [name] = (chineseLanguageNames[tag] ?? '').split('|');
  return otherChineseNames.get(tag) ?? (name || describeLanguage(tag));
}
