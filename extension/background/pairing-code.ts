import { browser } from '../browser.ts';

/** Shared by all that wait at the same time: the server knows one number of this extension. */
let current: Promise<string> | undefined;

/**
 * The six digits that every view and the server's page show. They outlive an idle worker: a page that is already open must not show another
 * number than the view that is opened after it.
 */
export function getPairingCode(): Promise<string> {
  current ??= loadOrCreate();
  return current;
}

/** The question under that number is over: the next one gets another. */
export async function forgetPairingCode(code: string): Promise<void> {
  // Another view may have asked anew already.
  if ((await current) !== code) return;
  current = undefined;
  await browser.storage.session.remove('pairingCode');
}

async function loadOrCreate(): Promise<string> {
  const { pairingCode } = (await browser.storage.session.get('pairingCode')) as { pairingCode?: string };
  if (pairingCode !== undefined) return pairingCode;
  const created = createPairingCode();
  await browser.storage.session.set({ pairingCode: created });
  return created;
}

function createPairingCode(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(random % 1_000_000).padStart(6, '0');
}
