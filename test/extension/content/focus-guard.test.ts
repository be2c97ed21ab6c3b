import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { FocusGuard } = await import('../../../extension/content/focus-guard.ts');

/** An element, as far as the focus is concerned. */
class FakeElement {
  readonly localName: string;
  /** Of a frame. */
  readonly contentWindow = {
    focus: () => {
      page.activeElement = this;
    },
  };
  isConnected = true;
  readonly namespaceURI = 'http://www.w3.org/2000/svg';

  constructor(localName: string) {
    this.localName = localName;
  }

  focus(): void {
    page.activeElement = this;
  }

  matches(): boolean {
    return page.activeElement === frame;
  }
}

const body = new FakeElement('body');
const host = new FakeElement('div');
const frame = new FakeElement('div');
const page = { body, activeElement: body };

beforeEach(() => {
  vi.stubGlobal('document', page);
});

function guardFrom(previous: FakeElement): InstanceType<typeof FocusGuard> {
  page.activeElement = previous;
  return new FocusGuard(host as unknown as HTMLElement, frame as unknown as HTMLElement);
}

test('the focus is given back to where it was, of whatever kind that is', () => {
  const link = new FakeElement('a');
  const guard = guardFrom(link);
  guard.take();
  expect(page.activeElement).toBe(frame);
  guard.giveBack();
  expect(page.activeElement).toBe(link);
});

test('a focus that was taken and has got lost is given back', () => {
  const link = new FakeElement('a');
  const guard = guardFrom(link);
  guard.take();
  body.focus();
  guard.giveBack();
  expect(page.activeElement).toBe(link);
});

test('a focus that was never taken stays where the reader put it', () => {
  const guard = guardFrom(new FakeElement('a'));
  body.focus();
  guard.giveBack();
  expect(page.activeElement).toBe(body);
});

test('where another overlay had the focus that has closed since, it goes to where it was before that', () => {
  const link = new FakeElement('a');
  const first = guardFrom(link);
  const inFirst = new FakeElement('button');
  page.activeElement = inFirst;
  const second = new FocusGuard(host as unknown as HTMLElement, frame as unknown as HTMLElement, first);
  second.take();
  inFirst.isConnected = false;
  second.giveBack();
  expect(page.activeElement).toBe(link);
});

test('from a frame the focus is taken, for its keys do not come here', () => {
  const framed = new FakeElement('iframe');
  const guard = guardFrom(framed);
  guard.takeFromFrame();
  expect(page.activeElement).toBe(frame);
  guard.giveBack();
  expect(page.activeElement).toBe(framed);
});

test('from anything else it is not', () => {
  const link = new FakeElement('a');
  guardFrom(link).takeFromFrame();
  expect(page.activeElement).toBe(link);
});
