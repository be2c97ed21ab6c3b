import { loadSettings } from '../settings/settings.ts';
import type { Server } from './server-client.ts';

/** Whether the settings name another server by now, or another token for it. */
export async function hasMoved({ address, token }: Server): Promise<boolean> {
  const now = await loadSettings();
  return now.server !== address || now.token !== token;
}
