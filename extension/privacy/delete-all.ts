import { browser } from '../browser.ts';
import { allSites } from '../settings/sites-permission.ts';

/** Deletes all that the extension keeps, and gives back the permission that it was given later. Resolves to whether it could. */
export async function deleteAll(): Promise<boolean> {
  try {
    await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    await browser.permissions.remove({ origins: allSites });
    return true;
  } catch {
    // A damaged profile.
    return false;
  }
}
