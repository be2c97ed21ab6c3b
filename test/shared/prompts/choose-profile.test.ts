import { expect, it } from 'vitest';
import { chooseProfile } from '../../../shared/prompts/choose-profile.ts';
import { profileNames, type ProfileName } from '../../../shared/prompts/prompt.ts';

it.each<[ProfileName, string]>([
  [
    'qwen3',
    'qwen3:8b qwen3 qwen3:latest qwen3:4b-q4_K_M qwen3:30b-a3b Qwen/Qwen3-8B Qwen/Qwen3-30B-A3B-FP8 unsloth/Qwen3-14B-GGUF qwen3-vl:8b ' +
      'hf.co/Qwen/Qwen3-8B-GGUF:Q8_0 /models/Qwen3-8B-Q4_K_M.gguf C:\\models\\qwen3-8b.gguf huihui_ai/qwen3-abliterated:8b /models/qwen3/model.gguf',
  ],
  [
    'qwen3-instruct',
    'qwen3:4b-instruct qwen3:30b-a3b-instruct-2507-q4_K_M Qwen/Qwen3-4B-Instruct-2507 hf.co/unsloth/Qwen3-30B-A3B-Instruct-2507-GGUF:Q4_K_M ' +
      'qwen3-coder:30b qwen3-next:80b-a3b-instruct qwen3-235b-a22b-2507 Qwen3-VL-8B-Instruct',
  ],
  [
    'qwen3-thinking',
    'qwen3:4b-thinking qwen3:30b-a3b-thinking-2507-q4_K_M Qwen/Qwen3-4B-Thinking-2507 qwen3:4b qwen3:30b qwen3:235b qwq qwq:32b Qwen/QwQ-32B ' +
      'deepseek-r1:8b deepseek-ai/DeepSeek-R1-Distill-Llama-8B hf.co/unsloth/DeepSeek-R1-0528-Qwen3-8B-GGUF:Q4_K_M r1-1776:70b deepscaler ' +
      'moonshotai/Kimi-K2-Thinking qwen3-vl:8b-thinking',
  ],
  [
    'hunyuan-mt',
    'hf.co/tencent/Hunyuan-MT-7B-GGUF:Q4_K_M tencent/Hunyuan-MT-7B-fp8 tencent/Hunyuan-MT-Chimera-7B tencent/HY-MT1.5-1.8B hy-mt1.5:7b ' +
      'hf.co/tencent/HY-MT1.5-7B-GGUF kaelri/hy-mt2:7b tencent/Hy-MT2-30B-A3B /models/hunyuan_mt_7b.gguf hunyuan-7b-mt HY-MT1.5-1.8B-4bit',
  ],
  [
    'translategemma',
    'translategemma translategemma:4b translategemma:12b-it-q4_K_M google/translategemma-27b-it hf.co/mradermacher/translategemma-4b-it-GGUF:Q8_0 ' +
      'rinex20/translategemma3:12b MedAIBase/TranslateGemma:4b',
  ],
  [
    'gemma',
    'gemma3:12b gemma2 gemma gemma3n:e4b gemma4 google/gemma-3-4b-it medgemma:4b hf.co/unsloth/gemma-3-12b-it-GGUF:Q4_K_M',
  ],
  [
    'mistral',
    'mistral mistral-small3.2 mistral-nemo:12b mixtral:8x7b ministral-3:8b magistral:24b devstral codestral mistralai/Mistral-7B-Instruct-v0.3 ' +
      'mistralai/Magistral-Small-2507 hf.co/unsloth/Mistral-Small-3.2-24B-Instruct-2506-GGUF mistralai/Voxtral-Mini-3B-2507',
  ],
  [
    'chat',
    'llama3.2 llama3.1:8b-instruct-q4_K_M meta-llama/Llama-3.1-8B-Instruct qwen2.5:7b-instruct qwen2.5-coder qwen3.5:9b Qwen/Qwen3.5-35B-A3B ' +
      'smollm2:135m phi4 aya-expanse:8b gpt-oss:20b granite3.3 hunyuan-a13b hunyuan-7b-instruct lfm2:nonthinking tower-plus command-r7b default',
  ],
])('takes the profile %s for %s', (expected, models) => {
  const wrong = models.split(' ').filter((model) => chooseProfile(model).name !== expected);
  expect(wrong).toEqual([]);
});

it.each(profileNames)('takes %s for any model when the setting says so', (name) => {
  expect(chooseProfile('llama3.2', name).name).toBe(name);
});

it('decides by the name when the setting is auto', () => {
  expect(chooseProfile('gemma3:12b', 'auto').name).toBe('gemma');
});

it.each<[ProfileName, 'never' | 'optional' | 'always']>([
  ['qwen3', 'optional'],
  ['qwen3-instruct', 'never'],
  ['qwen3-thinking', 'always'],
  ['hunyuan-mt', 'never'],
  ['translategemma', 'never'],
  ['mistral', 'optional'],
  ['chat', 'optional'],
])('knows that models of %s think %s', (name, thinking) => {
  expect(chooseProfile('', name).thinking).toBe(thinking);
});
