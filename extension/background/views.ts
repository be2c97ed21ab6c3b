import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { BackgroundMessage, Job, JobWaitingMessage } from '../messages/background-message.ts';

/** The views that are open, and the jobs that wait for one that is about to open, both by the view's name. */
const ports = new Map<string, Runtime.Port>();
const heldJobs = new Map<string, Job>();

/** Remembers an open view, until its port closes, and hands it the job that waited for it. */
export function addView(port: Runtime.Port): void {
  const { name } = port;
  ports.set(name, port);
  port.onDisconnect.addListener(() => {
    // A newer view of that name may have connected first.
    if (ports.get(name) === port) ports.delete(name);
  });
  const job = takeHeldJob(name);
  if (job) post(port, { type: 'job', job });
}

/** Gives a job to the view of that name: at once when it is open, else as soon as it opens. */
export function sendJob(name: string, job: Job): void {
  const port = ports.get(name);
  if (port) post(port, { type: 'job', job });
  else {
    heldJobs.set(name, job);
    void announceJob({ type: 'job-waiting', view: name });
  }
}

/** The job that waits for a view, which won't get it any more. */
export function takeHeldJob(name: string): Job | undefined {
  const job = heldJobs.get(name);
  heldJobs.delete(name);
  return job;
}

/** A panel stays open when its port ends with an idle worker. It connects again when it hears of this. */
async function announceJob(message: JobWaitingMessage): Promise<void> {
  try {
    await browser.runtime.sendMessage(message);
  } catch {
    // Nobody listens: the view is only opening, and finds the job when it connects.
  }
}

function post(port: Runtime.Port, message: BackgroundMessage): void {
  port.postMessage(message);
}
