import type { Scripting } from 'webextension-polyfill';
import { browser } from '../browser.ts';

/** About one click in fifty, Chromium grants the right to the page only a moment after it tells of the click. */
const grantDelayMs = 50;

/**
 * Runs a function in a page and returns what it returned, for each frame it ran in. Empty where the browser lets no script in. The browser
 * sends the function's source: it may use nothing of its module, and must not return undefined. `args` go as JSON.
 */
export async function runInPage<Args extends unknown[], Result>(
  target: Scripting.InjectionTarget,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Result[]> {
  // Else the browsers wait until the page is loaded, which some never are.
  const immediately = { injectImmediately: true };
  const injection = { target, func: func as (...args: unknown[]) => Result, args, ...immediately };
  const results = await tryInPage<Result>(injection);
  if (results.length > 0) return results;
  await new Promise((resolve) => setTimeout(resolve, grantDelayMs));
  return await tryInPage<Result>(injection);
}

async function tryInPage<Result>(injection: Scripting.ScriptInjection): Promise<Result[]> {
  // Forbidden pages: Chromium rejects, Firefox rejects or answers without results.
  const frames: Scripting.InjectionResult[] | undefined = await browser.scripting
    .executeScript(injection)
    .catch(() => undefined);
  const results = frames?.map((frame) => frame.result as Result | undefined) ?? [];
  return results.filter((result) => result !== undefined);
}
