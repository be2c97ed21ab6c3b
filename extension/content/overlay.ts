import { removeAbandonedHost } from './create-overlay-host.ts';
import { TranslationOverlay } from './translation-overlay.ts';

/** The global object of the extension's own world in the page, which every run of this script shares. */
const world = globalThis as { dragomanOverlay?: TranslationOverlay };

// A second translation takes the place of the first, whose script may be dead after an update of the extension.
world.dragomanOverlay?.close();
removeAbandonedHost();
world.dragomanOverlay = new TranslationOverlay();
