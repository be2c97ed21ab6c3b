import '../use-messages.ts';
import { watchSelections } from './watch-selections.ts';

/** The global object of the extension's own world in the page, which every run of this script shares. */
const world = globalThis as { dragomanWatcher?: AbortController };

// After an update of the extension the script from before may live on. An element of the page that has this id is no property of its own.
if (Object.hasOwn(world, 'dragomanWatcher')) world.dragomanWatcher?.abort();
world.dragomanWatcher = new AbortController();
watchSelections(world.dragomanWatcher.signal);
