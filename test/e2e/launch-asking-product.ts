import type { Asker } from './browsers/chromium-question.ts';
import type { BrowserName } from './browsers/test-browser.ts';
import { launchChromiumProduct, launchFirefoxProduct, type Product } from './launch-product.ts';

/** A product whose reader says yes when the browser asks whether it may run on all sites. */
export interface AskingProduct {
  product: Product;
  /** Does what makes the browser ask, and answers. */
  allowSites: (ask: () => Promise<void>) => Promise<void>;
}

/** How it is launched in each browser. `asker`: where the click is that makes the browser ask. */
export const askingLaunches: Record<BrowserName, (asker: Asker) => Promise<AskingProduct>> = {
  chromium: async (asker) => {
    const product = await launchChromiumProduct({}, '--engine', 'bergamot');
    return { product, allowSites: (ask) => product.browser.allowOrigin('*://*/*', asker, ask) };
  },
  firefox: async () => {
    // Its question can't be reached from here: this takes it for answered.
    const preferences = { 'extensions.webextOptionalPermissionPrompts': false };
    const product = await launchFirefoxProduct({ preferences }, '--engine', 'bergamot');
    return { product, allowSites: (ask) => ask() };
  },
};
