import { problemSchema } from '../../shared/problem.ts';
import { describeEvent, describeOriginalEvent } from './events.ts';
import { describeInformation, describePages } from './information-paths.ts';
import { toJsonSchema } from './to-json-schema.ts';
import { describePairing, describeTranslating } from './translation-paths.ts';

/** The description of the HTTP interface, OpenAPI 3.1, written from the same schemas that requests are checked with. */
export function createOpenapiDocument(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Translates with your own model on your own machine. Every failure before a stream is a problem (RFC 9457). HEAD is answered as GET, without the body; OPTIONS, when a browser asks for an origin that may call, with 204. The schema of an event stream is that of each of its events.',
    },
    paths: { ...describeTranslating(), ...describePairing(), ...describeInformation(), ...describePages() },
    components: {
      schemas: {
        Problem: toJsonSchema(problemSchema, 'output'),
        Event: describeEvent(),
        OriginalEvent: describeOriginalEvent(),
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Only when the server was started with --token.',
        },
      },
    },
    security: [{}, { token: [] }],
  };
}
