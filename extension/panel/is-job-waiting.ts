import type { JobWaitingMessage } from '../messages/background-message.ts';

/** Whether a message of the background says that a job waits for the view of that name. Pure. */
export function isJobWaiting(message: unknown, view: string): boolean {
  const { type, view: wanted } = message as Partial<JobWaitingMessage>;
  return type === 'job-waiting' && wanted === view;
}
