import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
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
import { clickInPopup, readPopup, translateLinesInPopup, waitForPopup } from './use-popup.ts';

describe.each(browserNames)('%s', (name) => {
  const model: GatedModel = createGatedModel();
  let ollama: FakeOllama;
  let product: Product;
  /** Does not wait for a popup to come back. */
  let impatient: RunningDragoman;

  beforeAll(async () => {
    ollama = await startFakeOllama({ behaviour: model.behaviour, loaded: ['qwen3:8b'] });
    const flags = ['--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off'];
    product = await launchProduct(name, ...flags, '--grace', '1m');
    const origin = product.browser.extensionOrigin;
    impatient = await startDragoman('--allow-origin', origin, ...flags, '--grace', '0s');
  });

  afterAll(async () => {
    await impatient.stop();
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  /** Translates in a new popup, up to the stage; resolves to what is shown there. */
  async function goTo(stage: Stage, server: RunningDragoman): Promise<string> {
    const { browser } = product;
    await saveSettings(browser, { server: `127.0.0.1:${server.port}` });
    model.stopAt(stage);
    if (stage === 'queued') await occupyModel(server, ollama);
    await browser.openPopup();
    await translateLinesInPopup(browser, poem);
    return waitForStage(stage);
  }

  async function waitForStage(stage: Stage): Promise<string> {
    await waitForPopup(product.browser, stateAt[stage]);
    return waitForPopupTranslation(shownAt[stage]);
  }

  async function waitForPopupTranslation(pattern: RegExp): Promise<string> {
    const read = async () => {
      const text = (await readPopup(product.browser, '.text')) ?? '';
      return pattern.test(text) && { text };
    };
    return (await waitFor(`the popup to show ${String(pattern)}`, read)).text;
  }

  async function expectWhole(): Promise<void> {
    await waitForPopup(product.browser, 'complete');
    expect(await readPopup(product.browser, '.text')).toBe(translatedPoem);
    await product.browser.closePopup();
  }

  test.each(stages)(
    'a popup that is closed at the stage "%s" shows the same when it is opened again, and goes on',
    async (stage) => {
      const shown = await goTo(stage, product.server);

      await product.browser.closePopup();
      await product.browser.openPopup();

      expect(await waitForStage(stage)).toBe(shown);
      model.goOn();
      await expectWhole();
      expect(model.countAsked()).toEqual([1, 1]);
    },
  );

  test('a popup whose background was killed meanwhile goes on all the same', async () => {
    const shown = await goTo('mid-stream', product.server);

    await product.browser.closePopup();
    await product.browser.killBackground();
    await product.browser.openPopup();

    expect(await waitForStage('mid-stream')).toBe(shown);
    model.goOn();
    await expectWhole();
    expect(model.countAsked()).toEqual([1, 1]);
  });

  test('a translation that came to its end while the popup was closed is there when it is opened again', async () => {
    await goTo('mid-stream', product.server);
    await product.browser.closePopup();

    model.goOn();
    const request = await ollama.received('/api/chat');
    await request.over;
    await product.browser.openPopup();

    await expectWhole();
    expect(model.countAsked()).toEqual([1, 1]);
  });

  test('a popup that comes back too late translates by itself what is missing, and no more', async () => {
    await goTo('mid-stream', impatient);

    await product.browser.closePopup();
    const request = await ollama.received('/api/chat');
    await request.over;
    expect(request.clientGone).toBe(true);
    model.goOn();
    await product.browser.openPopup();

    await waitForPopupTranslation(new RegExp(`^${firstSegment}`));
    await expectWhole();
    expect(model.countAsked()).toEqual([1, 2]);
  });

  test('what was stopped in the popup ends at once, and does not come back', async () => {
    await goTo('mid-stream', product.server);

    await clickInPopup(product.browser, 'stop');

    const request = await ollama.received('/api/chat');
    // Much sooner than the server would give up waiting for a reader.
    await waitFor('the model to be left alone', () => request.clientGone);
    await product.browser.closePopup();
    await product.browser.openPopup();
    await waitForPopup(product.browser, 'idle');
    await product.browser.closePopup();
  });
});
