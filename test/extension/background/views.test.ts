import { expect, test } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { FakePort, installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { addView, sendJob, takeHeldJob } = await import('../../../extension/background/views.ts');

const job = (text: string) => ({ type: 'job', job: { text } });

/** A view of that name that has just opened; each test has its own name. */
function open(name: string): FakePort {
  const port = new FakePort(name);
  addView(port as unknown as Runtime.Port);
  return port;
}

test('an open view gets a job at once', () => {
  const port = open('panel:1');
  sendJob('panel:1', { text: 'a' });
  expect(port.posted).toEqual([job('a')]);
});

test('a job waits for a view that is about to open, and only the newest', () => {
  sendJob('panel:2', { text: 'old' });
  sendJob('panel:2', { text: 'new' });
  expect(open('panel:2').posted).toEqual([job('new')]);
  expect(open('panel:2').posted).toEqual([]);
});

test('pages hear of a job that waits, for their port may have gone', () => {
  sendJob('panel:3', { text: 'a' });
  expect(browser.sent.at(-1)).toEqual({ type: 'job-waiting', view: 'panel:3' });
});

test('a job that was taken back reaches no view', () => {
  sendJob('panel:5', { text: 'a' });
  expect(takeHeldJob('panel:5')).toEqual({ text: 'a' });
  expect(open('panel:5').posted).toEqual([]);
});

test('a view that has closed gets nothing, even if it closes after its successor opened', () => {
  const old = open('panel:6');
  const successor = open('panel:6');
  old.lose();
  sendJob('panel:6', { text: 'a' });
  expect(successor.posted).toEqual([job('a')]);
  successor.lose();
  sendJob('panel:6', { text: 'b' });
  expect(successor.posted).toEqual([job('a')]);
});
