import * as z from 'zod/mini';

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** In microseconds, as `dur`, and `tdur`, the time that the thread worked in it. */
  ts: z.number(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(z.looseObject({ data: z.optional(z.looseObject({ url: z.optional(z.string()) })) })),
});
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });
type TraceEvent = z.infer<typeof eventSchema>;

/** Categories that a trace must have to be read here. */
export const traceCategories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'toplevel',
];

const taskNames: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** One task of a page's main thread. */
export interface Task {
  /** Since the mark. */
  atMs: number;
  durationMs: number;
  cpuMs: number;
  /** The events in it that took longest, with the script if there is one, longest first. */
  parts: string[];
}

/** The tasks of the thread that set the mark of that name (by `performance.mark`), from then on, in their order. Pure. */
export function readTasks(trace: string, markName: string): Task[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace));
  const mark = traceEvents.find(({ name }) => name === markName);
  if (!mark) throw new Error(`The trace has no mark ${markName}.`);
  const events = traceEvents.filter(
    ({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts > mark.ts,
  );
  const tasks = events.filter(({ name }) => taskNames.has(name)).toSorted((a, b) => a.ts - b.ts);
  // One inside another is no task of its own.
  let end = 0;
  const outer = tasks.filter((task) => {
    if (task.ts < end) return false;
    end = task.ts + (task.dur ?? 0);
    return true;
  });
  return outer.map((task) => describeTask(task, mark.ts, events));
}

function describeTask(task: TraceEvent, beganAt: number, events: readonly TraceEvent[]): Task {
  const { ts, dur = 0, tdur = dur } = task;
  const isLong = dur > 10_000;
  return {
    atMs: (ts - beganAt) / 1000,
    durationMs: dur / 1000,
    cpuMs: tdur / 1000,
    parts: isLong ? listParts(task, events) : [],
  };
}

function listParts(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  const end = task.ts + (task.dur ?? 0);
  return events
    .filter(({ name, ts, dur = 0 }) => !taskNames.has(name) && ts >= task.ts && ts + dur <= end && dur > 2000)
    .toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 4)
    .map(({ name, dur = 0, args }) => {
      const url = args?.data?.url ?? '';
      return `${name}${url && ` of ${url}`} ${(dur / 1000).toFixed(1)} ms`;
    });
}

/** What the thread worked in each sixtieth of a second in which it worked at all, of the tasks that began between two times. Pure. */
export function sumFrames(tasks: readonly Task[], fromMs: number, toMs: number): number[] {
  const frames = new Map<number, number>();
  for (const { atMs, cpuMs } of tasks) {
    if (atMs < fromMs || atMs >= toMs) continue;
    const frame = Math.floor((atMs * 60) / 1000);
    frames.set(frame, (frames.get(frame) ?? 0) + cpuMs);
  }
  return [...frames.values()];
}
