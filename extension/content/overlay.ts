import '../use-messages.ts';
import type { OverlayWorld } from '../messages/overlay-world.ts';
import { OverlayStack } from './overlay-stack.ts';

/** The global object of the extension's own world in the page, which every run of this script shares. */
const world = globalThis as OverlayWorld;

// An element of the page that has this id can be seen here too, but is no property of its own.
if (!Object.hasOwn(world, 'dragomanOverlays')) world.dragomanOverlays = new OverlayStack();
