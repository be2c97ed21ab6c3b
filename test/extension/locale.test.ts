import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../../shared/words.ts';

const messagesFile = join(import.meta.dirname, '../../extension/public/_locales/en/messages.json');

test('the shortcut, the menu and the hint in the panel name the same thing', () => {
  const messages = JSON.parse(readFileSync(messagesFile, 'utf8')) as Record<string, { message: string }>;
  expect(messages['translateSelection']?.message).toBe(words.translateSelection);
  for (const advice of [words.panelHint, words.hiddenFrameAdvice])
    expect(advice).toContain(`“${words.translateSelection}”`);
});
