/**
 * To be imported before anything that reaches the browser. The polyfill takes a global `browser` for the browser's own interface; in Chromium's
 * world of a content script there may be none, and then an element of the page that has this id stands in its place. A property of the
 * global object itself goes before the page's elements.
 */
const world = globalThis as { browser?: unknown; chrome?: unknown };
if (!Object.hasOwn(world, 'browser')) world.browser = world.chrome;
