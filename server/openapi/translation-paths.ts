import { pairAnswerSchema, pairRequestSchema } from '../../shared/pair-message.ts';
import { originalRequestSchema, translateRequestSchema } from '../../shared/translate-request.ts';
import { translateResponseSchema } from '../../shared/translate-response.ts';
import {
  bodyCodes,
  describeBody,
  describeEvents,
  describeJson,
  describePage,
  describeProblems,
} from './responses.ts';
import { toJsonSchema } from './to-json-schema.ts';

const translationCodes = [
  ...bodyCodes,
  'unsupported_language',
  'text_too_long',
  'too_many_requests',
  'queue_full',
  'shutting_down',
] as const;
/** Only of the JSON answer: in a stream these are events. */
const engineCodes = [
  'model_not_found',
  'engine_error',
  'engine_incomplete',
  'engine_unavailable',
  'timeout',
] as const;

/** The routes that translate. */
export function describeTranslating(): object {
  return {
    '/v1/translate': { post: describeTranslate() },
    '/v1/streams/{id}': { get: describeReading(), delete: describeCancelling() },
    '/translate_stream': {
      post: {
        summary: 'The original interface: bare text as an event stream',
        description:
          '`message` events with bare text, then one `end` with `[[END]]`; or one `error` with JSON. Lines end in CRLF.',
        requestBody: describeBody(originalRequestSchema),
        responses: {
          200: {
            description: 'The translation',
            content: describeEvents('OriginalEvent'),
          },
          ...describeProblems(translationCodes),
        },
      },
    },
  };
}

function describeTranslate(): object {
  return {
    summary: 'Translate one or several texts',
    description: 'Answers an event stream, or one JSON document when `Accept` prefers `application/json`.',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'Joins the stream that the same request began under this key, while it runs or when it ended whole within the last minute.',
        schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
      },
    ],
    requestBody: describeBody(translateRequestSchema),
    responses: {
      200: {
        description: 'The translation',
        content: {
          ...describeEvents('Event'),
          'application/json': { schema: toJsonSchema(translateResponseSchema, 'output') },
        },
      },
      ...describeProblems([...translationCodes, ...engineCodes]),
    },
  };
}

const streamId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

function describeReading(): object {
  return {
    summary: 'Go on with a stream: what was missed, then live',
    description:
      'From the first event on without `Last-Event-ID` and `after`. Streams can be read for a minute after their end, unless later ones need their room.',
    parameters: [
      streamId,
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The whole id of the last event that came.',
        schema: { type: 'string', pattern: String.raw`^[\w-]+:\d{1,15}$` },
      },
      {
        name: 'after',
        in: 'query',
        description: 'Instead of the header: the number of the last event that came.',
        schema: { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 },
      },
    ],
    responses: {
      200: {
        description: 'The events after that one',
        content: describeEvents('Event'),
      },
      204: { description: 'The stream has ended, and nothing of it is left' },
      ...describeProblems(['stream_gone']),
    },
  };
}

function describeCancelling(): object {
  return {
    summary: 'Cancel a running translation',
    parameters: [streamId],
    responses: { 204: { description: 'It does not run any more, or never did' }, ...describeProblems() },
  };
}

/** Where an extension is allowed to call. */
export function describePairing(): object {
  return {
    '/pair': {
      get: describePage('The page on which a person allows an extension to call, or takes that back'),
      post: {
        summary: 'Ask for permission as an extension, or decide as the person in front of the page',
        requestBody: describeBody(pairRequestSchema),
        responses: {
          202: describeJson('Where the request of this extension stands', pairAnswerSchema),
          204: { description: 'The decision was carried out' },
          ...describeProblems([...bodyCodes, 'too_many_requests']),
        },
      },
    },
  };
}
