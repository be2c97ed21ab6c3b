import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCuttingProxy, type CuttingProxy } from '../fakes/cutting-proxy.ts';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { diesHalfway, inTurn } from '../fakes/ollama-misfortunes.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import {
  createGatedModel,
  firstSegment,
  poem,
  shownAt,
  stages,
  stateAt,
  translatedPoem,
  type GatedModel,
  type Stage,
} from './gated-model.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import { occupyModel } from './occupy-model.ts';
import {
  clickInOverlay,
  inspectOverlay,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

/** What the overlay can get over by itself. */
const healing = ['the background is killed', 'the connection drops'] as const;
/** What it must be honest about. */
const fatal = ['the server is stopped', 'the server is killed and started again'] as const;
type Fault = (typeof healing)[number] | (typeof fatal)[number];

describe.each(browserNames)('%s', (name) => {
  const model: GatedModel = createGatedModel();
  let ollama: FakeOllama;
  let product: Product;
  let server: RunningDragoman;
  let proxy: CuttingProxy;
  let flags: string[];
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({ behaviour: model.behaviour, loaded: ['qwen3:8b'] });
    flags = ['--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off', '--grace', '1m'];
    product = await launchProduct(name, ...flags);
    server = product.server;
    proxy = await startCuttingProxy(server.port);
    await saveSettings(product.browser, { server: `127.0.0.1:${proxy.port}` });
    page = await product.browser.openPage(product.pages.getUrl('lines'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
  });

  afterAll(async () => {
    await server.stop();
    await product.close();
    await proxy.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  /** Translates anew in the overlay that is open, up to the stage; resolves to what is shown there. */
  async function goTo(stage: Stage): Promise<string> {
    model.stopAt(stage);
    if (stage === 'queued') await occupyModel(server, ollama);
    await clickInOverlay(page, 'retry');
    return waitForOverlay(page, stateAt[stage], shownAt[stage]);
  }

  const strike: Record<Fault, () => Promise<void> | void> = {
    'the background is killed': () => product.browser.killBackground(),
    'the connection drops': () => {
      proxy.cut();
    },
    'the server is stopped': async () => {
      expect(await server.stop()).toBe(0);
      server = await startServer();
      proxy.leadTo(server.port);
    },
    // The next one is there at once, before the extension would say that none is.
    'the server is killed and started again': async () => {
      const killed = server;
      server = await startServer();
      proxy.leadTo(server.port);
      await killed.kill();
    },
  };

  function startServer(...more: string[]): Promise<RunningDragoman> {
    return startDragoman('--allow-origin', product.browser.extensionOrigin, ...flags, ...more);
  }

  /** Until it is complete, what is shown only grows. */
  async function waitForWhole(from: string): Promise<void> {
    let last = from;
    await waitFor('the translation to be complete', async () => {
      const state = (await inspectOverlay(page, '.view'))?.attributes['data-state'];
      const shown = (await inspectOverlay(page, '.text'))?.text ?? '';
      if (!shown.startsWith(last)) throw new Error(`${JSON.stringify(last)} became ${JSON.stringify(shown)}`);
      last = shown;
      return state === 'complete';
    });
    expect(last).toBe(translatedPoem);
  }

  /** Nothing is left that nobody waits for. */
  async function expectIdle(): Promise<void> {
    await waitFor('the server to be idle', async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      const counts = [...metrics.matchAll(/^dragoman_(?:running|queued)_translations.* (\d+)$/gm)];
      return counts.length > 0 && counts.every(([, count]) => count === '0');
    });
  }

  test.each(healing.flatMap((fault) => stages.map((stage) => [fault, stage] as const)))(
    '%s at its stage "%s": the reader sees the whole text, and the model was asked once for each part',
    async (fault, stage) => {
      const shown = await goTo(stage);

      await strike[fault]();
      model.goOn();

      await waitForWhole(shown);
      expect(model.countAsked()).toEqual([1, 1]);
      await expectIdle();
    },
  );

  test.each(fatal.flatMap((fault) => stages.map((stage) => [fault, stage] as const)))(
    '%s at its stage "%s": the reader is told, and what was whole is not translated again',
    async (fault, stage) => {
      const shown = await goTo(stage);
      const hasPart = shown.startsWith(firstSegment);

      await strike[fault]();
      model.goOn();

      expect(await waitForOverlay(page, 'failed')).toBe(shown);
      const failure = (await inspectOverlay(page, '.failure'))?.text;
      expect(failure).toMatch(fault === 'the server is stopped' ? /is stopping/ : /no longer has/);
      expect(failure?.includes('This is not the whole text.')).toBe(hasPart);

      await clickInOverlay(page, hasPart ? 'go-on' : 'retry');

      await waitForWhole(hasPart ? firstSegment : '');
      expect(model.countAsked()[0]).toBe(stage === 'first token' ? 2 : 1);
      await expectIdle();
    },
  );

  test('an overlay that is closed right after the background was killed still ends its stream at once', async () => {
    await goTo('mid-stream');
    const request = await ollama.received('/api/chat');

    await product.browser.killBackground();
    await clickInOverlay(page, 'close');

    await waitForNoOverlay(page);
    // Much sooner than the server would give up waiting for a reader.
    await waitFor('the model to be left alone', () => request.clientGone);
    await expectIdle();
  });

  test('the page of a server that is killed and started again goes on with what is missing, too', async () => {
    model.stopAt('mid-stream');
    const own = await product.browser.openPage(`${server.url}/translate`);
    await translateOnPage(own, poem);
    await waitForText(own, '#output', shownAt['mid-stream']);

    await server.kill();
    await waitForElement(own, '#result[data-state="failed"]');
    server = await startServer('--port', String(server.port));
    model.goOn();
    await clickElement(own, '#go-on');

    await waitForElement(own, '#result[data-state="complete"]');
    expect((await waitForElement(own, '#output')).text).toBe(translatedPoem);
    expect(model.countAsked()).toEqual([1, 2]);
    await own.close();
  });

  test('what goes on there for a part that had ended is said to screen readers, too', async () => {
    ollama.tell(inTurn(model.behaviour, diesHalfway(['O açúcar'])));
    const own = await product.browser.openPage(`${server.url}/translate`);
    await translateOnPage(own, poem);
    await waitForElement(own, '#result[data-state="incomplete"]');

    ollama.tell(model.behaviour);
    model.goOn();
    await clickElement(own, '#go-on');

    await waitForElement(own, '#result[data-state="complete"]');
    await waitForText(own, '#announcements', /E você também/);
    await own.close();
  });
});

async function translateOnPage(page: TestPage, text: string): Promise<void> {
  await waitForElement(page, '#target:enabled');
  await page.evaluate((lines) => {
    const source = document.querySelector<HTMLTextAreaElement>('#text');
    const target = document.querySelector<HTMLSelectElement>('#target');
    if (!source || !target) return;
    target.value = 'pt';
    source.value = lines;
    source.dispatchEvent(new Event('input'));
  }, text);
  await clickElement(page, '#translate');
}
