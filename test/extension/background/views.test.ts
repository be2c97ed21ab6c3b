import { expect, test } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { FakePort, installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { addView, getViewName, holdJob, sendJob, takeHeldJob } =
  await import('../../../extension/background/views.ts');

const job = (text: string) => ({ type: 'job', job: { text } });

/** A view of that name that has just opened; each test has its own name. */
function open(name: string): FakePort {
  const port = new FakePort(name);
  addView(name, port as unknown as Runtime.Port);
  return port;
}

test.each([
  ['popup', undefined, 'popup'],
  ['panel:3', undefined, 'panel:3'],
  ['overlay', 7, 'overlay:7'],
])('a view that connects as %s from tab %s is %s', (name, tab, viewName) => {
  expect(getViewName(new FakePort(name, tab) as unknown as Runtime.Port)).toBe(viewName);
});

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

test('a held job is not for the view that is open now, but for the next', () => {
  const old = open('overlay:4');
  holdJob('overlay:4', { text: 'a' });
  expect(old.posted).toEqual([]);
  expect(open('overlay:4').posted).toEqual([job('a')]);
});

test('a job that was taken back reaches no view', () => {
  holdJob('overlay:5', { text: 'a' });
  expect(takeHeldJob('overlay:5')).toEqual({ text: 'a' });
  expect(open('overlay:5').posted).toEqual([]);
});

test('a view that has closed gets nothing, even if it closes after its successor opened', () => {
  const old = open('overlay:6');
  const successor = open('overlay:6');
  old.lose();
  sendJob('overlay:6', { text: 'a' });
  expect(successor.posted).toEqual([job('a')]);
  successor.lose();
  sendJob('overlay:6', { text: 'b' });
  expect(successor.posted).toEqual([job('a')]);
});
