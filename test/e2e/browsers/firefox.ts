import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inject } from 'vitest';
import { z } from 'zod';

import { connectBidi, type BidiConnection } from '../../../scripts/browser/bidi-connection.ts';
import { writePreferences, type Preferences } from '../../../scripts/browser/firefox-preferences.ts';
import { displaySize, type Size } from './display.ts';
import { createFirefox } from './firefox-browser.ts';
import { testHosts } from './page-server.ts';
import { startProcess } from './start-process.ts';
import type { TestBrowser } from './test-browser.ts';
import { hasWelcomePage } from './welcome-page.ts';

/** Firefox draws the extension's origin by lot at each installation; tests have to know it. */
const extensionUuid = '5d0a1f6e-3c1b-4f0e-9a76-2b8c4de0a951';

/** Names for this machine, pages without a certificate, full screen at once. */
const harnessPreferences: Preferences = {
  'network.dns.localDomains': testHosts.join(','),
  'dom.security.https_first': false,
  'full-screen-api.warning.timeout': 0,
  'full-screen-api.transition-duration.enter': '0 0',
  'full-screen-api.transition-duration.leave': '0 0',
  // The viewer would give the extension's tab another origin than the extension's.
  'devtools.jsonview.enabled': false,
};

export interface FirefoxOptions {
  /** Beside those of the harness: `extensions.background.idle.timeout`, say. */
  preferences?: Preferences;
  /** Of the window. Default: as large as the display of Chromium. */
  size?: Size;
  /** Leaves the page for the first run open, which comes by itself; else it is closed. */
  keepsWelcome?: boolean;
}

const manifest = z.object({ browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }) });

/** Starts Firefox, without a display, with the unpacked extension in that folder. */
export async function launchFirefox(extension: string, options: FirefoxOptions = {}): Promise<TestBrowser> {
  const file = await readFile(join(extension, 'manifest.json'), 'utf8');
  const { id } = manifest.parse(JSON.parse(file)).browser_specific_settings.gecko;
  const { size = displaySize } = options;
  const profile = await mkdtemp(join(tmpdir(), 'dragoman-firefox-'));
  await writePreferences(profile, {
    ...harnessPreferences,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: extensionUuid }),
    ...options.preferences,
  });
  const firefox = startProcess(
    inject('programs').firefox,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
    ],
    // Everything it would keep in the home folder goes with the profile.
    {
      ...process.env,
      HOME: profile,
      LC_ALL: 'C.UTF-8',
      MOZ_HEADLESS_WIDTH: String(size.width),
      MOZ_HEADLESS_HEIGHT: String(size.height),
    },
  );
  let connection: BidiConnection | undefined;
  const close = async () => {
    // Its answer may be lost with the connection; the process is stopped anyway.
    await connection?.send('browser.close').catch(() => undefined);
    await firefox.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [, address] = await firefox.waitForOutput(/WebDriver BiDi listening on (ws:\S+)/, 60_000);
    connection = await connectBidi(String(address));
    await connection.send('session.new', { capabilities: {} });
    await connection.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    return await createFirefox({
      connection,
      extensionOrigin: `moz-extension://${extensionUuid}`,
      extensionId: id,
      close,
      closesWelcome: options.keepsWelcome !== true && hasWelcomePage(extension),
    });
  } catch (error) {
    await close();
    throw error;
  }
}
