import process from 'node:process';
import { parseArgs } from 'node:util';
import path from 'node:path';
import { startScript } from '../bench/processes/start-process.ts';
import { formatTable } from '../bench/table.ts';
import { describeActs, describeMinutes } from './describe.ts';
import { Ledger } from './ledger.ts';
import { runSoak } from './run-soak.ts';
import { WatchedServer } from './watched-server.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    clients: { type: 'string', default: '200' },
    seed: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const plan = { minutes: Number(values.minutes), clients: Number(values.clients), seed };
console.log(`${plan.clients} clients for ${plan.minutes} minutes; the same again: --seed ${seed}`);

const ledger = new Ledger();
const fake = await startScript(path.join(import.meta.dirname, 'processes/faulty-ollama.ts'), String(seed));
const server = await WatchedServer.start(fake);
const minutes = await runSoak({ ...plan, server, fake, ledger });
const exitCode = await server.stop();
await fake.stop();
if (exitCode !== 0) ledger.fail('the server', `It ended with ${String(exitCode)}.`);
if (server.stderr !== '') ledger.fail('the server', `It wrote: ${server.stderr.slice(0, 2000)}`);

console.log(formatTable(describeMinutes(minutes)), '\n');
console.log(formatTable(describeActs(ledger)));
for (const failure of ledger.failures) console.log(`  FAILED ${failure}`);
process.exitCode = ledger.failureCount > 0 ? 1 : 0;
