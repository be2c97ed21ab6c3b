import { say } from '../../shared/say.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { requestSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { createSwitch } from '../view/create-switch.ts';
import { createField } from './create-field.ts';

/** As keyboards have them. */
const keyNames: Record<Settings['atOnceKey'], string> = { alt: 'Alt', control: 'Ctrl', shift: 'Shift' };

/** The two ways in that watch what is selected. Both are off until they are switched on here, and without the permission. */
export function createWayFields(settings: Settings, isAllowed: boolean): HTMLElement {
  const { iconAtSelection, translateAtOnce, atOnceKey } = settings;
  const keys = Object.entries(keyNames).map(([value, label]) => createElement('option', { value }, label));
  return createElement(
    'fieldset',
    {},
    createElement('legend', {}, say('waysIn')),
    createSwitch({
      id: 'icon-at-selection',
      label: say('iconAtSelection'),
      advice: say('iconAtSelectionAdvice'),
      isOn: iconAtSelection && isAllowed,
      requestPermission: requestSitesPermission,
      onSave: (isOn) => saveSettings({ iconAtSelection: isOn }),
    }),
    createSwitch({
      id: 'translate-at-once',
      label: say('translateAtOnce'),
      advice: say('translateAtOnceAdvice'),
      isOn: translateAtOnce && isAllowed,
      requestPermission: requestSitesPermission,
      onSave: (isOn) => saveSettings({ translateAtOnce: isOn }),
    }),
    createField({
      label: say('atOnceKey'),
      advice: say('atOnceKeyAdvice'),
      control: createElement('select', { id: 'at-once-key' }, ...keys),
      value: atOnceKey,
      onSave: (key) => saveSettings({ atOnceKey: key as Settings['atOnceKey'] }),
    }),
  );
}
