import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say } from '../../shared/say.ts';

const messagesFile = join(import.meta.dirname, '../../extension/public/_locales/en/messages.json');

test('the shortcut has a name in the browser’s settings', () => {
  const messages = JSON.parse(readFileSync(messagesFile, 'utf8')) as Record<string, { message: string }>;
  expect(messages['translateSelection']?.message).toBe('Translate selection');
});

test('what tells of the item in the menu names it as it is', () => {
  for (const advice of [say('panelHint'), say('hiddenFrameAdvice')])
    expect(advice).toContain(`“${say('translate')}”`);
});
