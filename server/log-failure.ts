import type { Logger } from 'pino';

/** Logs where an unforeseen failure happened; never its message, which may hold text. */
export function logFailure(log: Logger, thrown: unknown): void {
  log.error({ stack: getStack(thrown) }, 'unforeseen failure');
}

/**
 * The lines of the stack after the message, which stands before them and may have lines that look like them. None where the stack does not begin
 * with that message, as when it was changed since.
 */
function getStack(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const { stack = '', message } = thrown;
  const name = /^[\w$]+(?: \[\w+\])?(?:: )?/.exec(stack)?.[0] ?? '';
  if (!stack.startsWith(`${name}${message}\n`)) return [];
  const places = stack.slice(name.length + message.length);
  return places.split('\n').flatMap((line) => line.trim() || []);
}
