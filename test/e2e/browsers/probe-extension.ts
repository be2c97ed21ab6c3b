import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserName } from './test-browser.ts';

export const probeMenuItem = 'probe';

/**
 * Says in the page how it was called and what is selected there, which takes a real grant of activeTab. Now and then Chromium tells of the
 * click a moment before it grants.
 */
const background = `
const api = globalThis.browser ?? chrome;
const born = performance.timeOrigin;
const show = (tab, how) => tryToShow(tab, how).catch(() => setTimeout(() => tryToShow(tab, how), 50));
const tryToShow = (tab, how) => api.scripting.executeScript({
  target: { tabId: tab.id },
  args: [how],
  func: (how) => {
    document.getElementById('probe')?.remove();
    const host = document.createElement('probe-host');
    host.id = 'probe';
    const text = document.createElement('p');
    text.textContent = how + ': ' + getSelection();
    host.attachShadow({ mode: 'closed' }).append(text);
    document.documentElement.append(host);
  },
});
api.runtime.onInstalled.addListener(() => {
  api.contextMenus.create({ id: '${probeMenuItem}', title: 'Probe', contexts: ['selection'] });
});
api.contextMenus.onClicked.addListener((info, tab) => show(tab, 'menu'));
api.commands.onCommand.addListener((command, tab) => show(tab, 'shortcut'));
api.runtime.onMessage.addListener((message, sender, reply) => reply(born));
`;

const manifest = {
  manifest_version: 3,
  name: 'Probe',
  version: '1.0',
  permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
  host_permissions: ['http://127.0.0.1/*'],
  action: { default_popup: 'popup.html' },
  commands: { probe: { suggested_key: { default: 'Alt+Shift+Y' }, description: 'Probe' } },
};

const parts = {
  chromium: { background: { service_worker: 'background.js' } },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'probe@example.org' } },
  },
};

export interface ProbeExtension {
  folder: string;
  remove: () => Promise<void>;
}

/** Writes the smallest extension that has everything the harness reaches, so that the harness is tested without the product. */
export async function writeProbeExtension(browser: BrowserName): Promise<ProbeExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-probe-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...parts[browser] }));
  await writeFile(join(folder, 'background.js'), background);
  await writeFile(
    join(folder, 'popup.html'),
    '<!doctype html><meta charset="utf-8"><title>Popup</title><p>Hello</p>',
  );
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
