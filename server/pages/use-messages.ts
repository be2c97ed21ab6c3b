import messages from '../../extension/public/_locales/en/messages.json' with { type: 'json' };
import { formatMessage, type Message } from '../../shared/format-message.ts';
import { setMessageSource, type MessageName } from '../../shared/say.ts';

const table: Readonly<Record<MessageName, Message>> = messages;

// The first import of a page's script, and of every unit test. The server's pages speak English, with the words of the extension.
setMessageSource((name, substitutions) => formatMessage(table[name], substitutions));
