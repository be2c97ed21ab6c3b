import type { LoadGenerator } from '../load.ts';
import type { BenchProcess } from '../processes/start-process.ts';
import type { Table } from '../table.ts';

/** What every question has at hand. */
export interface Bench {
  fake: BenchProcess;
  load: LoadGenerator;
}

/** Measures something and says what came out. */
export type Question = (bench: Bench) => Promise<Table>;
