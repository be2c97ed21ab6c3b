import { errorDataSchema } from '../../shared/problem.ts';
import { eventSchemas } from '../../shared/translation-event.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** An event of a translation stream. Only an `error` that tells why a stream cannot be read on has no `id`. */
export function describeEvent(): object {
  const id = { type: 'string', pattern: String.raw`^[\w-]+:[1-9]\d*$` };
  const events = Object.entries(eventSchemas).map(([event, schema]) => ({
    type: 'object',
    properties: { event: { const: event }, id, data: toJsonSchema(schema, 'output') },
    required: event === 'error' ? ['event', 'data'] : ['event', 'id', 'data'],
    additionalProperties: false,
  }));
  return { description: 'An event; `data` is JSON.', oneOf: events };
}

/** An event of the original interface. */
export function describeOriginalEvent(): object {
  const data = {
    message: { type: 'string' },
    end: { const: '[[END]]' },
    error: { description: 'As JSON.', ...toJsonSchema(errorDataSchema, 'output') },
  };
  const events = Object.entries(data).map(([event, schema]) => ({
    type: 'object',
    properties: { event: { const: event }, data: schema },
    required: ['event', 'data'],
    additionalProperties: false,
  }));
  return { description: 'An event; `data` is bare text.', oneOf: events };
}
