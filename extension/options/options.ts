import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { createKeepSwitch } from '../history/create-keep-switch.ts';
import { loadSettings } from '../settings/settings.ts';
import { hasSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { ConnectionView } from './connection-view.ts';
import { EngineFields } from './engine-fields.ts';
import { createLanguageFields } from './language-fields.ts';
import { createServerFields } from './server-fields.ts';
import { createWayFields } from './way-fields.ts';
import { createWishFields } from './wish-fields.ts';
import { startPage } from '../view/start-page.ts';

startPage(`${say('options')} · Dragoman`);
const settings = await loadSettings();
const checkSoon = (): void => {
  connection.checkSoon();
};
const engine = new EngineFields(settings, checkSoon);
const connection = new ConnectionView((engines) => {
  engine.update(engines);
});

const title = createElement('h1', {}, say('options'));
const form = createElement(
  'form',
  {},
  ...createLanguageFields(settings),
  ...createServerFields(settings, checkSoon),
  ...engine.elements,
  ...createWishFields(settings),
  createWayFields(settings, await hasSitesPermission()),
  createKeepSwitch(settings),
);
// Everything is saved as it is typed.
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
const again = createElement('a', { className: 'again', href: '../welcome/welcome.html' }, say('setupAgain'));
document.body.append(createElement('main', {}, title, form, connection.element, again));
connection.check();
