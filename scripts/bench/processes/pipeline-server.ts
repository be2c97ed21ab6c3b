import process from 'node:process';
import type * as Creating from '../../../server/create-dependencies.ts';
import type * as Settings from '../../../server/settings/settings.ts';
import type * as Starting from '../../../server/start-server.ts';

// The compiled server with as much of its pipeline as the first word says: `whole`, `unchecked`, or `bare`, where what the engine says is what
// the reader gets. The sources would not do, since tsx makes every function slower.

const [pipeline, ...flags] = process.argv.slice(2);
const { createDependencies } = (await import(findModule('create-dependencies'))) as typeof Creating;
const { readSettings } = (await import(findModule('settings/settings'))) as typeof Settings;
const { startServer } = (await import(findModule('start-server'))) as typeof Starting;

const settings = { ...readSettings(flags), checks: pipeline === 'whole' };
const dependencies = await createDependencies(settings);
const server = await startServer(
  pipeline === 'bare' ? { ...dependencies, cleanAnswer: (events) => events } : dependencies,
);
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit());
});
console.log(`Ready on ${server.url}`);

function findModule(name: string): string {
  return new URL(`../../../dist/server/${name}.js`, import.meta.url).href;
}
