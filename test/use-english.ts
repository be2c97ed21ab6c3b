import messages from '../extension/public/_locales/en/messages.json' with { type: 'json' };
import { formatMessage, type Message } from '../shared/format-message.ts';
import { setMessageSource, type MessageName } from '../shared/say.ts';

const table: Readonly<Record<MessageName, Message>> = messages;

// What is said in tests is said in English.
setMessageSource((name, substitutions) => formatMessage(table[name], substitutions));
