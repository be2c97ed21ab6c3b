import { optionsWords } from '../../shared/words.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { requestSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { createSwitch } from '../view/create-switch.ts';
import { createField } from './create-field.ts';

/** The two ways in that watch what is selected. Both are off until they are switched on here, and without the permission. */
export function createWayFields(settings: Settings, isAllowed: boolean): HTMLElement {
  const { iconAtSelection, translateAtOnce, atOnceKey } = settings;
  const keys = Object.entries(optionsWords.atOnceKeys).map(([value, label]) =>
    createElement('option', { value }, label),
  );
  return createElement(
    'fieldset',
    {},
    createElement('legend', {}, optionsWords.waysIn),
    createSwitch({
      id: 'icon-at-selection',
      label: optionsWords.iconAtSelection,
      advice: optionsWords.iconAtSelectionAdvice,
      isOn: iconAtSelection && isAllowed,
      requestPermission: requestSitesPermission,
      onSave: (isOn) => saveSettings({ iconAtSelection: isOn }),
    }),
    createSwitch({
      id: 'translate-at-once',
      label: optionsWords.translateAtOnce,
      advice: optionsWords.translateAtOnceAdvice,
      isOn: translateAtOnce && isAllowed,
      requestPermission: requestSitesPermission,
      onSave: (isOn) => saveSettings({ translateAtOnce: isOn }),
    }),
    createField({
      label: optionsWords.atOnceKey,
      advice: optionsWords.atOnceKeyAdvice,
      control: createElement('select', { id: 'at-once-key' }, ...keys),
      value: atOnceKey,
      onSave: (key) => saveSettings({ atOnceKey: key as Settings['atOnceKey'] }),
    }),
  );
}
