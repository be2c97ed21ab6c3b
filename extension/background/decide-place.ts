/** Where a translation is shown: in the page, in the browser's side panel or sidebar, or in a small window of its own. */
export type Place = 'overlay' | 'panel' | 'window';

/** What is known in the first moment of a click or a shortcut. */
export interface PlaceFacts {
  /** Address of the tab; undefined where the extension may not see it (Chromium's own pages). */
  tabUrl: string | undefined;
  /** Address that the menu's event gives; shortcuts have none. */
  pageUrl: string | undefined;
  browser: 'chromium' | 'firefox';
  /** Whether this browser can open a panel from the background. */
  hasPanel: boolean;
}

const scriptableProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'file:']);

/** Where the browsers run no scripts of extensions; elsewhere these are pages like any other. */
const protectedHosts: Record<PlaceFacts['browser'], ReadonlySet<string>> = {
  chromium: new Set(['chromewebstore.google.com']),
  // The default of Firefox's setting extensions.webextensions.restrictedDomains.
  firefox: new Set([
    'accounts-static.cdn.mozilla.net',
    'accounts.firefox.com',
    'addons.cdn.mozilla.net',
    'addons.mozilla.org',
    'api.accounts.firefox.com',
    'content.cdn.mozilla.net',
    'discovery.addons.mozilla.org',
    'oauth.accounts.firefox.com',
    'profile.accounts.firefox.com',
    'support.mozilla.org',
    'sync.services.mozilla.com',
  ]),
};

/**
 * Where to show a translation. Pure and immediate: panels open only in the first synchronous step after a click, so nothing may be asked
 * first. What turns out later to refuse scripts (Firefox's PDF viewer) gets a small window.
 */
export function decidePlace(facts: PlaceFacts): Place {
  if (isScriptable(facts)) return 'overlay';
  return facts.hasPanel ? 'panel' : 'window';
}

function isScriptable({ tabUrl, pageUrl, browser }: PlaceFacts): boolean {
  // In Chromium the menu's pageUrl is there for browser pages too, where tab.url is missing.
  const url = tabUrl ?? (browser === 'firefox' ? pageUrl : undefined);
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return scriptableProtocols.has(protocol) && !protectedHosts[browser].has(hostname);
}
