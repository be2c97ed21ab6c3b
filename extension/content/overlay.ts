import '../use-messages.ts';
import type { OverlayWorld } from '../messages/overlay-world.ts';
import { removeAbandonedHost } from './create-overlay-host.ts';
import { TranslationOverlay } from './translation-overlay.ts';

/** The global object of the extension's own world in the page, which every run of this script shares. */
const world = globalThis as OverlayWorld & { dragomanOverlay?: TranslationOverlay };

// A second translation takes the place of the first, whose script may be dead after an update of the extension. An element of the page
// that has this id can be seen here too, but is no property of its own.
if (Object.hasOwn(world, 'dragomanOverlay')) world.dragomanOverlay?.close();
removeAbandonedHost();
// The job stays: another run may follow at once, and it is all that says what to translate.
if (world.dragomanJob) world.dragomanOverlay = new TranslationOverlay(world.dragomanJob);
