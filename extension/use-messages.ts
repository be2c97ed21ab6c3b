import { setMessageSource } from '../shared/say.ts';
import { nativeBrowser } from './native-browser.ts';

// The first import of every entry point, since the others may say something while they load.
setMessageSource((name, substitutions) => nativeBrowser.i18n.getMessage(name, substitutions));
