import { startScriptedDragoman, type ScriptedDragoman } from '../../fakes/scripted-dragoman.ts';
import type { TestPage } from '../browsers/test-browser.ts';
import { clickElement, selectByRange, waitForElement, waitForText } from '../browsers/use-element.ts';
import { saveSettings, type Product } from '../launch-product.ts';
import { clickInOverlay, overlayHost, waitForOverlay } from '../use-overlay.ts';
import type { OverlayScene } from './overlay-scenes.ts';
import type { PageScene } from './page-scenes.ts';
import { tellAll, texts, type TextName } from './scripts.ts';

/** Nothing listens there. */
const noServer = '127.0.0.1:9';

const selectors: Record<TextName, string> = { text: '#text', phrase: 'h1' };

/** Shows the scenes of the gallery, one after the other, in a product's browser. */
export interface Stage {
  /** Resolves to the page with the overlay on it; `page` is the test page. */
  showOverlay: (scene: OverlayScene, page?: string) => Promise<TestPage>;
  showPage: (scene: PageScene) => Promise<TestPage>;
  close: () => Promise<void>;
}

export async function openStage(product: Product): Promise<Stage> {
  const dragoman = await startScriptedDragoman(product.server.port);
  let current: TestPage | undefined;
  const openPage = async (url: string) => {
    const last = current;
    current = await product.browser.openPage(url);
    await last?.close();
    return current;
  };
  return {
    showOverlay: async (scene, page = 'article') => {
      await prepare(product, dragoman, scene);
      const shown = await openPage(product.pages.getUrl(page));
      await translate(shown, scene.selected ?? 'text');
      await waitForOverlay(shown, scene.state);
      for (const action of scene.clicks ?? []) await clickInOverlay(shown, action);
      if (scene.andThen) await showSecond(shown, scene.andThen, dragoman);
      return shown;
    },
    showPage: async (scene) => {
      await prepare(product, dragoman, scene);
      const page = await openPage(`${product.browser.extensionOrigin}/extension/${scene.path}`);
      if (scene.typed) await typeInto(page, scene.typed);
      if (scene.clicked !== undefined) await clickElement(page, scene.clicked);
      await waitForElement(page, scene.ready);
      return page;
    },
    close: () => dragoman.close(),
  };
}

/** Forgets what other scenes have left. */
async function prepare(
  product: Product,
  dragoman: ScriptedDragoman,
  { script = {}, isServerGone, stored = {} }: Partial<PageScene>,
): Promise<void> {
  await product.browser.inExtension(({ storage }) => storage.local.clear());
  await product.browser.inExtension(({ storage }) => storage.session.clear());
  dragoman.play(script);
  const server = isServerGone ? noServer : dragoman.address;
  await saveSettings(product.browser, { server, target: 'pt', secondTarget: 'en' });
  await product.browser.inExtension((api, items) => api.storage.local.set(items), stored);
}

async function translate(page: TestPage, name: TextName): Promise<void> {
  await selectByRange(page, selectors[name]);
  await page.pressShortcut('Alt+Shift+Y');
}

async function showSecond(page: TestPage, name: TextName, dragoman: ScriptedDragoman): Promise<void> {
  dragoman.play(tellAll(name));
  await translate(page, name);
  await waitForText(page, `${overlayHost} ~ ${overlayHost} >>> .text`, new RegExp(texts[name].target));
}

async function typeInto(page: TestPage, { into, text }: { into: string; text: string }): Promise<void> {
  await waitForElement(page, into);
  await page.inDocument((root, selector) => {
    const field = root.querySelector<HTMLInputElement>(selector);
    field?.scrollIntoView({ block: 'center', behavior: 'instant' });
    field?.focus();
    field?.select();
  }, into);
  await page.typeText(text);
  await page.inDocument((root, selector) => {
    root.querySelector(selector)?.dispatchEvent(new Event('change', { bubbles: true }));
  }, into);
}
