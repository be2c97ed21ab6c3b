/**
 * Every way a request can fail, with the HTTP status it has before a stream begins, a short title for people, and whether the
 * same request may succeed later. The codes are part of the HTTP interface: clients tell failures apart by them alone.
 */
export const errorCodes = {
  invalid_request: { status: 400, title: 'The request is not valid', retryable: false },
  unauthorized: { status: 401, title: 'A token is needed', retryable: false },
  forbidden_host: { status: 403, title: 'This address may not be used', retryable: false },
  forbidden_origin: { status: 403, title: 'This page may not call', retryable: false },
  pairing_required: { status: 403, title: 'The extension is not paired yet', retryable: false },
  not_found: { status: 404, title: 'Nothing is here', retryable: false },
  model_not_found: { status: 404, title: 'The model is not installed', retryable: false },
  method_not_allowed: { status: 405, title: 'This method is not possible here', retryable: false },
  stream_gone: { status: 410, title: 'The stream is gone', retryable: true },
  payload_too_large: { status: 413, title: 'The request is too large', retryable: false },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted', retryable: false },
  unsupported_language: { status: 422, title: 'This language is not available', retryable: false },
  text_too_long: { status: 422, title: 'The text is too long', retryable: false },
  too_many_requests: { status: 429, title: 'Too many requests at once', retryable: true },
  internal: { status: 500, title: 'Something went wrong in the server', retryable: true },
  engine_error: { status: 502, title: 'The engine failed', retryable: true },
  engine_incomplete: { status: 502, title: 'The engine stopped before the end', retryable: true },
  engine_unavailable: { status: 503, title: 'The engine does not answer', retryable: true },
  queue_full: { status: 503, title: 'The queue is full', retryable: true },
  shutting_down: { status: 503, title: 'The server is stopping', retryable: true },
  timeout: { status: 504, title: 'The engine took too long', retryable: true },
} as const;

export type ErrorCode = keyof typeof errorCodes;
