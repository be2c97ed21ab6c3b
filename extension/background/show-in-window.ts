import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { getPanelName } from '../messages/view-name.ts';
import { sendJob } from './views.ts';

/** The same that the browser's own panel shows. */
const panelPage = 'extension/panel/panel.html';

/** Opens a small window. */
export async function showInWindow(job: Job): Promise<void> {
  const { id } = await browser.windows.create({
    url: panelPage,
    type: 'popup',
    width: 440,
    height: 360,
  });
  if (id !== undefined) sendJob(getPanelName(id), job);
}
