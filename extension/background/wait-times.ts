import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import type { EngineChoice } from '../messages/background-message.ts';
import { addWaitTime, type MeasuredWait, type WaitTimes } from './decide-wait.ts';

const timesSchema = z.object({ loadMs: z.optional(z.number()), firstWordMs: z.array(z.number()) });
const allSchema = z.catch(z.record(z.string(), timesSchema), {});

/** Models that were not used for longest are forgotten. */
const maxModels = 30;

/** The key in `storage.local`, which holds the times by server, engine and model: numbers, and nothing of any text. */
const waitTimesKey = 'waitTimes';

/** Names a model of a server. */
export function getWaitName(server: string, { engine, model }: EngineChoice): string {
  return `${server} ${engine} ${model}`;
}

/** What is known of waiting for that one. */
export async function loadWaitTimes(name: string): Promise<WaitTimes> {
  return (await loadAll())[name] ?? { firstWordMs: [] };
}

/** Remembers one more wait for it. */
export async function saveWaitTime(name: string, measured: MeasuredWait): Promise<void> {
  const { [name]: known = { firstWordMs: [] }, ...others } = await loadAll();
  const all = [...Object.entries(others), [name, addWaitTime(known, measured)] as const];
  await browser.storage.local.set({ [waitTimesKey]: Object.fromEntries(all.slice(-maxModels)) });
}

async function loadAll(): Promise<Record<string, WaitTimes>> {
  const { [waitTimesKey]: stored } = await browser.storage.local.get(waitTimesKey);
  return allSchema.parse(stored);
}
