import { languages } from '../../shared/languages.ts';
import { words } from '../../shared/words.ts';
import { parseServerAddress } from '../settings/parse-server-address.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createLanguageOption } from '../view/language-select.ts';
import { ConnectionView } from './connection-view.ts';
import { createField } from './create-field.ts';

const settings = await loadSettings();
const connection = new ConnectionView();

const target = createField({
  label: words.targetLanguage,
  control: createElement('select', { id: 'target' }, ...languages.map(createLanguageOption)),
  value: settings.target,
  onSave: (tag) => saveSettings({ target: tag }),
});

const server = createField({
  label: words.serverAddress,
  advice: words.serverAddressAdvice,
  control: createElement('input', { id: 'server', type: 'text', spellcheck: false, autocomplete: 'off' }),
  value: settings.server,
  parse: parseServerAddress,
  error: words.serverAddressWrong,
  onSave: async (address) => {
    await saveSettings({ server: address });
    connection.checkSoon();
  },
});

const token = createField({
  label: words.token,
  advice: words.tokenOptional,
  control: createElement('input', { id: 'token', type: 'password', autocomplete: 'off' }),
  value: settings.token,
  parse: (written) => written.trim(),
  onSave: async (written) => {
    await saveSettings({ token: written });
    connection.checkSoon();
  },
});

const title = createElement('h1', {}, words.options);
const form = createElement('form', {}, target, server, token);
// Everything is saved as it is typed.
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
document.body.append(createElement('main', {}, title, form, connection.element));
connection.check();
