import { say } from '../../shared/say.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createSwitch } from '../view/create-switch.ts';

/** Whether the last translations are kept, and what that means. */
export function createKeepSwitch({ keepHistory }: Settings): HTMLElement {
  return createSwitch({
    id: 'keep-history',
    label: say('keepHistory'),
    advice: say('keepHistoryAdvice'),
    isOn: keepHistory,
    onSave: (isOn) => saveSettings({ keepHistory: isOn }),
  });
}
