import { expect, test } from 'vitest';
import {
  decideReaction,
  type HeldKeys,
  type Reaction,
  type SelectedFacts,
  type Ways,
} from '../../../extension/content/decide-reaction.ts';

const none = { altKey: false, ctrlKey: false, shiftKey: false, metaKey: false };
const off: Ways = { iconAtSelection: false, translateAtOnce: false, atOnceKey: 'alt' };
const both: Ways = { iconAtSelection: true, translateAtOnce: true, atOnceKey: 'alt' };

function decide(facts: Partial<SelectedFacts>, ways: Ways): Reaction {
  return decideReaction(
    { text: 'sol', field: 'none', held: none, rule: undefined, isReadable: false, ...facts },
    ways,
  );
}

test.each<[string, Partial<SelectedFacts>, Reaction]>([
  ['text', {}, 'icon'],
  ['nothing but space', { text: ' \n ' }, 'nothing'],
  ['nothing but numbers and signs', { text: '1,250.00 € – 42 %' }, 'nothing'],
  ['those, with the key held', { text: '2026-11-25', held: { ...none, altKey: true } }, 'nothing'],
  ['text of any script', { text: '海' }, 'icon'],
  ['text that needs no translation', { isReadable: true }, 'nothing'],
  ['that, with the key held', { isReadable: true, held: { ...none, altKey: true } }, 'nothing'],
  ['text in a field', { field: 'editable' }, 'nothing'],
  ['a password', { field: 'password' }, 'nothing'],
  ['a password, with the key held', { field: 'password', held: { ...none, altKey: true } }, 'nothing'],
  ['text with the key held', { held: { ...none, altKey: true } }, 'translate'],
  ['text in a field with the key held', { field: 'editable', held: { ...none, altKey: true } }, 'translate'],
  ['text with more keys held', { held: { ...none, altKey: true, metaKey: true } }, 'icon'],
  ['text where nothing may be shown', { rule: 'never' }, 'nothing'],
  ['text there with the key held', { rule: 'never', held: { ...none, altKey: true } }, 'nothing'],
  ['text where a language is fixed', { rule: 'pt' }, 'icon'],
])('with both ways on, %s', (_what, facts, reaction) => {
  expect(decide(facts, both)).toBe(reaction);
});

test.each<[Ways['atOnceKey'], keyof HeldKeys]>([
  ['alt', 'altKey'],
  ['control', 'ctrlKey'],
  ['shift', 'shiftKey'],
])('of the keys only %s translates at once when it was chosen', (atOnceKey, property) => {
  for (const held of ['altKey', 'ctrlKey', 'shiftKey', 'metaKey'] as const) {
    const reaction = decide(
      { held: { ...none, [held]: true } },
      { ...off, translateAtOnce: true, atOnceKey },
    );
    expect(reaction).toBe(held === property ? 'translate' : 'nothing');
  }
});

test('switched off, nothing happens, whichever key is held', () => {
  expect(decide({}, off)).toBe('nothing');
  expect(decide({ held: { ...none, altKey: true } }, off)).toBe('nothing');
});
