import { say } from '../../shared/say.ts';
import { parseServerAddress } from '../settings/parse-server-address.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';

/** Where the server is, and what it wants to see. `onSave` is told when it may be another. */
export function createServerFields({ server, token }: Settings, onSave: () => void): HTMLElement[] {
  const save = async (changed: Partial<Settings>): Promise<boolean> => {
    const isKept = await saveSettings(changed);
    onSave();
    return isKept;
  };
  return [
    createField({
      label: say('serverAddress'),
      advice: say('serverAddressAdvice'),
      control: createElement('input', { id: 'server', type: 'text', spellcheck: false, autocomplete: 'off' }),
      value: server,
      parse: parseServerAddress,
      error: say('serverAddressWrong'),
      onSave: (address) => save({ server: address }),
    }),
    createField({
      label: say('token'),
      advice: say('tokenOptional'),
      control: createElement('input', { id: 'token', type: 'password', autocomplete: 'off' }),
      value: token,
      parse: (written) => written.trim(),
      onSave: (written) => save({ token: written }),
    }),
  ];
}
