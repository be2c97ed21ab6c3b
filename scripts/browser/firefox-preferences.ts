import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Preferences = Record<string, string | number | boolean>;

/** A new profile without welcome pages and questions, and without news about its use. */
const quietPreferences: Preferences = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
};

/** Makes a profile quiet, with further preferences; Firefox reads them when it starts. */
export function writePreferences(profile: string, preferences: Preferences = {}): Promise<void> {
  const lines = Object.entries({ ...quietPreferences, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return writeFile(join(profile, 'user.js'), lines.join('\n'));
}
