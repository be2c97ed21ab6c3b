import { expect, test } from 'vitest';
import { chooseVoice, type Voice } from '../../../extension/view/choose-voice.ts';

function voice(lang: string, more: Partial<Voice> = {}): Voice {
  return { lang, localService: true, default: false, ...more };
}

test.each<[string, string, Voice[], number | undefined]>([
  ['the very tag', 'pt-BR', [voice('pt-PT'), voice('pt-BR')], 1],
  ['the tag as some systems write it', 'pt-BR', [voice('pt_PT'), voice('pt_BR')], 1],
  ['the likely region of a language', 'pt', [voice('pt-PT'), voice('pt-BR')], 1],
  ['another region, where there is no other', 'pt-BR', [voice('en-US'), voice('pt-PT')], 1],
  ['the script', 'zh-Hant', [voice('zh-CN'), voice('zh-TW')], 1],
  ['the default of equals', 'en-US', [voice('en-US'), voice('en-US', { default: true })], 1],
  ['the region before the default', 'en-GB', [voice('en-US', { default: true }), voice('en-GB')], 1],
  ['none of another language', 'uk', [voice('ru-RU'), voice('en-US', { default: true })], undefined],
  ['none that sends the text away', 'de', [voice('de-DE', { localService: false })], undefined],
  [
    'one on this computer before a better one elsewhere',
    'de-DE',
    [voice('de-DE', { localService: false }), voice('de-AT')],
    1,
  ],
  ['none of a tag that makes no sense', 'x', [voice('en-US')], undefined],
  ['none, whose own tag makes no sense', 'en', [voice('')], undefined],
])('chooses %s', (_what, tag, voices, index) => {
  expect(chooseVoice(voices, tag)).toBe(index === undefined ? undefined : voices[index]);
});
