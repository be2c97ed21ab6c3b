import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

import { connectBidi } from '../../scripts/browser/bidi-connection.ts';
import { waitFor } from './browsers/wait-for.ts';

/** Building is left out, opening a browser is not. */
const startDeadlineMs = 30_000;

const tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });

let temporary: string;
let command: ChildProcess;
let output: string;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'dragoman-command-'));
  output = '';
});

afterEach(async () => {
  if (isRunning()) signalAll('SIGKILL');
  await rm(temporary, { recursive: true, maxRetries: 10 });
});

test('npm run browser opens Chromium with the extension and a page, and leaves nothing behind', async () => {
  await startCommand('--remote-debugging-port=0');
  const [port] = (await readProfileFile('DevToolsActivePort')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`);
  const [context] = browser.contexts();

  await waitFor('the page', async () => {
    const titles = await Promise.all(context?.pages().map((page) => page.title()) ?? []);
    return titles.includes('Try Dragoman');
  });
  const worker = await waitFor('the background', () => context?.serviceWorkers()[0]);
  expect(await worker.evaluate('chrome.runtime.getManifest().commands')).toHaveProperty(
    'translate-selection',
  );

  await browser.close();
  await expectEnd();
});

test('npm run browser -- --firefox opens Firefox with the extension and a page, and leaves nothing behind', async () => {
  await startCommand('--firefox', '--remote-allow-system-access');
  const { ws_host: host, ws_port: port } = z
    .object({ ws_host: z.string(), ws_port: z.int() })
    .parse(JSON.parse(await readProfileFile('WebDriverBiDiServer.json')));
  const connection = await connectBidi(`ws://${host}:${port}`);
  await connection.send('session.new', { capabilities: {} });
  const pages = tree.parse(await connection.send('browsingContext.getTree'));
  const windows = tree.parse(await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));

  expect(await connection.evaluate(pages.contexts[0]?.context ?? '', 'document.title')).toBe('Try Dragoman');
  const isActive = "WebExtensionPolicy.getByID('dragoman@localhost')?.active";
  expect(await connection.evaluate(windows.contexts[0]?.context ?? '', isActive)).toBe(true);

  connection.close();
  await expectEnd();
});

/** As a process group of its own, which is what a terminal sends Ctrl+C to; resolves when the browser has the extension. */
async function startCommand(...words: string[]): Promise<void> {
  command = spawn('npm', ['run', 'browser', '--ignore-scripts', '--', '--headless', ...words], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: temporary },
  });
  for (const stream of [command.stdout, command.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  await waitFor('the browser', () => output.includes('Dragoman is in ') || !isRunning(), startDeadlineMs);
  expect(output).toContain('Dragoman is in ');
}

async function readProfileFile(name: string): Promise<string> {
  const [profile = ''] = await listProfiles();
  return waitFor(name, () => readFile(join(temporary, profile, name), 'utf8'));
}

async function listProfiles(): Promise<string[]> {
  return (await readdir(temporary)).filter((name) => name.startsWith('dragoman-'));
}

async function expectEnd(): Promise<void> {
  const ended = once(command, 'close');
  signalAll('SIGINT');
  await ended;
  // No stack: npm itself ends by the signal, its code says nothing.
  expect(output).not.toMatch(/browser\.ts:\d/);
  await waitFor('the last of its processes to end', () => !isRunning());
  expect(await listProfiles()).toEqual([]);
}

function isRunning(): boolean {
  try {
    return signalAll(0);
  } catch {
    // The kernel knows no such group any more.
    return false;
  }
}

function signalAll(signal: NodeJS.Signals | 0): boolean {
  return process.kill(-Number(command.pid), signal);
}
