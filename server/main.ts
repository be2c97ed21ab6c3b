import './bound-heap.ts';
import path from 'node:path';
import process from 'node:process';
import type { Logger } from 'pino';
import { TranslationError } from '../shared/translation-error.ts';
import { runTokenCommand } from './access/token-command.ts';
import { createDependencies } from './create-dependencies.ts';
import { logFailure } from './log-failure.ts';
import { packageRoot } from './package-root.ts';
import { readSettings } from './settings/settings.ts';
import { startServer, type RunningServer } from './start-server.ts';

/** How often to look whether npm is still there. */
const parentWatchMs = 500;

try {
  await run();
} catch (error) {
  if (!(error instanceof TranslationError)) throw error;
  // Something that was opened already may still be open.
  process.stderr.write(`${[error.message, error.hint].join(' ').trim()}\n`, () => process.exit(1));
}

async function run(): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  const settings = readSettings(process.argv.slice(2));
  if (runTokenCommand(settings, { print: say, explain })) return;
  const dependencies = await createDependencies(settings);
  const server = await startServer(dependencies);
  const stop = createStop(server);
  stopOnSignals(stop);
  stopOnFailure(stop, dependencies.log);
  say(`Dragoman is ready on ${server.url}`);
  say(await dependencies.engines.explain());
  // It takes a moment, which the first translation need not wait for.
  void dependencies.loadDetector();
  say(`Try it: ${server.url}/translate`);
  say(
    `Extension: load ${path.join(packageRoot, 'dist', 'chromium')} at chrome://extensions (developer mode, "Load unpacked"),`,
  );
  say(
    `  or ${path.join(packageRoot, 'dist', 'firefox', 'manifest.json')} at about:debugging#/runtime/this-firefox in Firefox`,
  );
}

/** Ends every stream with a word to its reader, then the process; asked a second time, the process at once. */
function createStop(server: RunningServer): (exitCode: number) => void {
  let isStopping = false;
  return (exitCode) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void server.stop().then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
}

function stopOnSignals(stop: (exitCode: number) => void): void {
  const onSignal = (): void => {
    stop(0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  if (process.env.npm_lifecycle_event === 'start') onParentGone(onSignal);
}

/** After what nobody caught, unhandled rejections included, nothing is sure any more: whoever restarts the server gets a whole one. */
function stopOnFailure(stop: (exitCode: number) => void, log: Logger): void {
  process.on('uncaughtException', (thrown) => {
    logFailure(log, thrown);
    stop(1);
  });
}

/**
 * `npm start` runs a shell that runs this, and a signal to npm may end only those two. Whoever stopped npm meant the server, so it does
 * not live on without them. Windows never tells of a new parent; there nothing happens.
 */
function onParentGone(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentWatchMs);
  timer.unref();
}

/** Whoever waits for the ready line may close the pipe after it; the server goes on without a listener. */
function ignoreClosedPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(line: string): void {
  process.stderr.write(`${line}\n`);
}
