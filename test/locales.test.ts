import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../shared/format-message.ts';
import { listSources } from './list-sources.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'extension/public/_locales');
const expected = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'ko', 'pt_BR', 'ru', 'zh_CN', 'zh_TW'];

function readMessages(locale: string): Record<string, Message & { description?: string }> {
  return JSON.parse(readFileSync(path.join(folder, locale, 'messages.json'), 'utf8')) as Record<
    string,
    Message
  >;
}

const english = readMessages('en');

/** The placeholders that a text names, in the order of the alphabet. */
function listNamed(message: string): string[] {
  return Array.from(message.matchAll(/\$(\w+)\$/g), ([, name = '']) => name.toLowerCase()).sort();
}

it('has the eleven languages', () => {
  expect(readdirSync(folder).sort()).toEqual(expected);
});

describe.each(expected)('%s', (locale) => {
  it('has every message and no other', () => {
    expect(Object.keys(readMessages(locale)).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same placeholders, and names each in the text', () => {
    const wrong = Object.entries(readMessages(locale)).filter(([name, { message, placeholders = {} }]) => {
      const { placeholders: wanted = {} } = english[name] ?? {};
      const named = [...new Set(listNamed(message))];
      return (
        JSON.stringify(placeholders) !== JSON.stringify(wanted) ||
        named.join() !== Object.keys(wanted).sort().join()
      );
    });
    expect(wrong).toEqual([]);
  });

  it('says something everywhere, in whole words', () => {
    const empty = Object.entries(readMessages(locale)).filter(
      ([, { message }]) => message.trim() === '' || message !== message.trim(),
    );
    expect(empty).toEqual([]);
  });

  it('says of itself what it is', () => {
    const { locale: tag, direction } = readMessages(locale);
    expect([tag?.message, direction?.message]).toEqual([
      locale.replace('_', '-'),
      locale === 'ar' ? 'rtl' : 'ltr',
    ]);
  });
});

/** Proper names, and what is the same word in a language. */
const sameAsEnglish = new Set(['name', 'direction', 'languagePair', 'engineModel']);

it.each(expected.filter((locale) => locale !== 'en'))('%s is translated', (locale) => {
  const messages = readMessages(locale);
  const left = Object.entries(english).filter(
    ([name, { message }]) =>
      !sameAsEnglish.has(name) && / /.test(message) && messages[name]?.message === message,
  );
  expect(left).toEqual([]);
});

describe('messages in the code', () => {
  const sources = listSources(['extension', 'shared', 'server/pages']);
  const manifest = readFileSync(path.join(root, 'manifest.json'), 'utf8');

  it('are all there', () => {
    const asked = [
      ...sources.flatMap((text) => Array.from(text.matchAll(/data-word="(\w+)"/g), ([, name = '']) => name)),
      ...Array.from(manifest.matchAll(/__MSG_(\w+)__/g), ([, name = '']) => name),
    ];
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !(name in english))).toEqual([]);
  });

  it('are all used', () => {
    const all = [...sources, manifest].join('\n');
    const unused = Object.keys(english).filter(
      (name) => !new RegExp(`['"]${name}['"]|__MSG_${name}__`).test(all),
    );
    expect(unused).toEqual([]);
  });
});
