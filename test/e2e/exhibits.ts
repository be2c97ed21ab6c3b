import type { BrowserName, Point, TestPage } from './browsers/test-browser.ts';
import { clickElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';

/** A page of test/fixtures/pages and what a reader who translates its text can expect. What is left out is ordinary. */
export interface Exhibit {
  page: string;
  /** How the text is selected. By script it is exact to the letter. Default: script. */
  selected?: 'script' | 'mouse';
  /** How the translation is asked for. Default: by the browser's own menu. */
  way?: 'menu' | 'shortcut';
  /** How many frames the text is in. Default: 0. */
  depth?: number;
  /** What is to be translated, where it isn't what the element shows. */
  text?: string;
  /** Why the overlay covers a part of the selection, where nothing else is possible. */
  covers?: string;
  /** Where the translation is shown. Default: in the overlay. */
  place?: Partial<Record<BrowserName, 'window'>>;
  /** What the reader does on the page first. */
  prepare?: (page: TestPage, browser: BrowserName) => Promise<void>;
  /** Where the selected text is, when that can't be asked: a viewer tells no script of it. */
  at?: Point;
}

/** In the middle of the large text of the PDF, as either browser's viewer shows it. */
const inPaper = { x: 600, y: 180 };

/** The zoo. */
export const exhibits: readonly Exhibit[] = [
  { page: 'article', selected: 'mouse' },
  { page: 'lines' },
  { page: 'strict-csp' },
  { page: 'sandboxed-page' },
  { page: 'huge' },
  { page: 'quirks' },
  { page: 'strict-markup' },

  { page: 'long' },
  { page: 'long-text' },
  { page: 'full-width', covers: 'What is selected fills the window.' },
  { page: 'bottom-edge' },
  { page: 'right-edge' },
  { page: 'columns' },
  { page: 'nested-scroll' },
  { page: 'right-to-left' },
  { page: 'vertical' },

  { page: 'transformed', selected: 'mouse' },
  { page: 'rotated' },
  { page: 'zoomed' },
  { page: 'zoomed-out' },
  { page: 'filtered' },
  { page: 'contained' },
  { page: 'hostile', selected: 'mouse' },
  { page: 'unset' },
  { page: 'namesakes' },
  { page: 'same-id' },

  { page: 'dialog', selected: 'mouse' },
  { page: 'popover' },
  { page: 'full-screen', prepare: enterFullScreen },

  { page: 'shadow-open', selected: 'mouse' },
  { page: 'shadow-closed', selected: 'mouse' },
  { page: 'shadow-nested', selected: 'mouse' },
  { page: 'slotted', selected: 'mouse' },
  { page: 'input' },
  { page: 'input', way: 'shortcut' },
  { page: 'textarea' },
  { page: 'editable', way: 'shortcut' },
  {
    page: 'unselectable',
    selected: 'mouse',
    text: 'The weather is lovely today. We walked along the river until the sun went down.',
  },

  { page: 'forbidding' },
  { page: 'swallowing' },
  { page: 'swallowing', way: 'shortcut' },
  { page: 'removes-once' },
  { page: 'removes-strangers', place: { chromium: 'window', firefox: 'window' } },
  { page: 'replaces-body' },

  { page: 'same-origin-frame', depth: 1, selected: 'mouse' },
  { page: 'framed', depth: 1, selected: 'mouse' },
  { page: 'sandboxed', depth: 1, selected: 'mouse' },
  { page: 'inline-frame', depth: 1 },
  { page: 'nested-frames', depth: 2 },
  { page: 'nested-strangers', depth: 2 },
  { page: 'frameset', depth: 1 },

  { page: 'drawing', place: { chromium: 'window', firefox: 'window' } },
  {
    page: 'paper',
    prepare: selectInViewer,
    at: inPaper,
    text: 'We walked along the river.',
    place: { firefox: 'window' },
  },
];

async function enterFullScreen(page: TestPage): Promise<void> {
  await clickElement(page, '#go');
  await waitFor('full screen', () => page.evaluate(() => document.fullscreenElement !== null));
}

async function selectInViewer(page: TestPage, browser: BrowserName): Promise<void> {
  const viewer = browser === 'chromium' ? await page.findFrame() : page;
  await waitFor('the text of the PDF', () => viewer.evaluate(isPaperShown));
  await page.clickMouse(inPaper);
  await page.pressShortcut('Control+a');
  if (browser === 'firefox') await page.evaluate(leaveViewerAlone);
}

/** Runs in the viewer, which notes a selection by classes of its own whenever it likes. */
function leaveViewerAlone(): void {
  document.querySelector('#viewerContainer')?.setAttribute('data-own', '');
}

/** Runs in the viewer. */
function isPaperShown(): boolean {
  const toolbar = document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar');
  const isLoaded =
    toolbar !== null && toolbar !== undefined && 'loadProgress' in toolbar && toolbar.loadProgress === 100;
  return isLoaded || document.querySelector('.textLayer span') !== null;
}
