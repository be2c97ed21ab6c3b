import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** JSON Schema, as far as the document uses it. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
}

export interface Header {
  required?: boolean;
  schema: JsonSchema;
}

interface Content {
  schema?: JsonSchema;
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, Content>;
}

export interface Parameter {
  name: string;
  in: 'header' | 'path' | 'query';
  required?: boolean;
  schema: JsonSchema;
}

export interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, ResponseObject>;
}

/** An OpenAPI document, as far as the fuzz reads it. */
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** A method of a path of the document. */
export interface Route {
  /** In capitals. */
  method: string;
  /** As the document writes it, with `{id}`. */
  path: string;
  operation: Operation;
}

/** The document, and whether values are what it says. */
export class Api {
  readonly routes: Route[];
  readonly document: ApiDocument;
  readonly #ajv = new Ajv2020({ strict: false, validateSchema: false, inlineRefs: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: ApiDocument) {
    this.document = document;
    this.routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    );
    this.#ajv.addSchema({ ...document, $id: 'api' });
  }

  /** The route of a method and a path of the document. HEAD is GET's. */
  find(method: string, path: string): Route | undefined {
    const asked = method === 'HEAD' ? 'GET' : method;
    return this.routes.find((route) => route.method === asked && route.path === path);
  }

  /** All methods of a path of the document. */
  listMethods(path: string): string[] {
    return this.routes.filter((route) => route.path === path).map(({ method }) => method);
  }

  /** What is wrong with a value by the schema at a place of the document; undefined when nothing is. */
  explain(value: unknown, ...place: string[]): string | undefined {
    const pointer = place.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    const validate = this.#validators.get(pointer) ?? this.#compile(pointer);
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }

  #compile(pointer: string): ValidateFunction {
    const validate = this.#ajv.compile({ $ref: `api#${encodeURI(pointer)}` });
    this.#validators.set(pointer, validate);
    return validate;
  }
}
