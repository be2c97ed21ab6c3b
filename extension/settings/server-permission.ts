import { browser } from '../browser.ts';

/** The loopback addresses: the only hosts that the extension ever calls. */
const serverOrigins = { origins: ['http://127.0.0.1/*', 'http://localhost/*'] };

/** Whether the browser lets the extension call the server. Firefox may withhold it at install, and every user may take it back. */
export async function hasServerPermission(): Promise<boolean> {
  return await browser.permissions.contains(serverOrigins);
}

/** Asks the user. Must be the first thing that a click handler calls: after any `await` the browser refuses. */
export async function requestServerPermission(): Promise<boolean> {
  return await browser.permissions.request(serverOrigins);
}
