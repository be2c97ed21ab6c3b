import { measureInTurn } from '../rounds.ts';
import { startServer } from '../processes/start-process.ts';
import { getSpread } from '../statistics.ts';
import type { Question } from './question.ts';

const rounds = 7;

/** How long after its start is the server ready? */
export const measureStartUp: Question = async ({ fake }) => {
  const [times = []] = await measureInTurn(['server'], rounds, async () => {
    const server = await startServer(fake);
    await server.stop();
    return server.readyMs;
  });
  const { median, low, high } = getSpread(times);
  return {
    title: `Start-up: from the start of the process to its ready line (${rounds} starts)`,
    columns: ['', 'median ms', 'middle half ms'],
    rows: [['server', median.toFixed(0), `${low.toFixed(0)}–${high.toFixed(0)}`]],
  };
};
