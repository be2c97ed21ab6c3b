import { browser } from '../browser.ts';

/** The loopback addresses: the only hosts that the extension ever calls. */
const origins = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * Whether the browser lets the extension call the server at that address, a host with port. Firefox may withhold it at install, and every
 * user may take it back, for each host on its own.
 */
export async function hasServerPermission(address: string): Promise<boolean> {
  const { hostname } = new URL(`http://${address}`);
  return await browser.permissions.contains({ origins: [`http://${hostname}/*`] });
}

/** Asks the user, for both at once. Must be the first thing that a click handler calls: after any `await` the browser refuses. */
export async function requestServerPermission(): Promise<boolean> {
  return await browser.permissions.request({ origins });
}
