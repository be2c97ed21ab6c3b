import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { startPage } from '../view/start-page.ts';
import { OptionsPage } from './options-page.ts';

startPage(`${say('options')} · Dragoman`);
const page = new OptionsPage(document.body);
await page.show();
