import type { Logger } from 'pino';

/** Logs where an unforeseen failure happened; never its message, which may hold text. */
export function logFailure(log: Logger, thrown: unknown): void {
  log.error({ stack: getStack(thrown) }, 'unforeseen failure');
}

/** The lines of the stack after the message, which stands before them and may have lines that look like them; none where it was changed since. */
function getStack(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const { stack = '', message } = thrown;
  if (!stack.includes(message)) return [];
  const places = stack.slice(stack.indexOf(message) + message.length);
  return places.split('\n').flatMap((line) => line.trim() || []);
}
