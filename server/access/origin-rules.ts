import { extensionOrigins } from '../../shared/extension-origins.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import { quote, type Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

export interface OriginRules {
  /** Origins from the settings. */
  allowOrigins: ReadonlySet<string>;
  /** Whether somebody allowed the origin on the page `/pair`. */
  isPaired(origin: string): boolean;
}

/** Who sent a request, as far as the browser's own headers tell. */
export type Sender =
  /** A local program; or a GET of our own page, of an extension or of the address bar, which carry no Origin. */
  | { kind: 'local'; origin?: undefined }
  /** A page of this server. */
  | { kind: 'own'; origin: string }
  /** One of the extension's known builds, a paired extension, or an origin from the settings. */
  | { kind: 'allowed'; origin: string }
  /** An extension that nobody has allowed yet. */
  | { kind: 'unpaired'; origin: string };

export function createOriginRules(
  allowOrigins: readonly string[],
  isPaired: (origin: string) => boolean,
): OriginRules {
  const origins = allowOrigins.map((setting) => readOriginSetting(setting));
  return { allowOrigins: new Set([...extensionOrigins, ...origins]), isPaired };
}

/** An origin as browsers send it. Throws on what would never match, such as an address with a path, or match too much, such as `*`. */
function readOriginSetting(setting: string): string {
  const origin = setting.toLowerCase().replace(/\/$/, '');
  if (isExtensionOrigin(origin)) return origin;
  if (/^https?:\/\/[^/?#@*]+$/.test(origin) && URL.canParse(origin)) return new URL(origin).origin;
  throw new TranslationError(
    'invalid_request',
    `--allow-origin ${quote(setting)} is not an origin; write one like https://app.example.`,
  );
}

/** Whether an origin is a browser extension's; no web page can have one of these schemes. */
export function isExtensionOrigin(origin: string): boolean {
  return /^(?:chrome|moz)-extension:\/\/[\da-z-]{1,64}$/.test(origin);
}

/** Tells the sender, or refuses it. The Host must have been judged before: our own origin is told by it. */
export function findSender(facts: RequestFacts, rules: OriginRules): Sender | Refusal {
  const origins = getHeader(facts, 'origin');
  if (origins.length === 0) return findSenderWithoutOrigin(facts);
  const origin = origins[0] ?? '';
  // `null` stands for every sandboxed frame and local file there is: no setting can mean it.
  if (origins.length > 1 || origin === 'null') return refuseOrigin(origins.join(', '));
  if (origin === getOwnOrigin(facts)) return { kind: 'own', origin };
  if (rules.allowOrigins.has(origin)) return { kind: 'allowed', origin };
  if (!isExtensionOrigin(origin)) return refuseOrigin(origin);
  return { kind: rules.isPaired(origin) ? 'allowed' : 'unpaired', origin };
}

/**
 * A page's no-cors GET has no Origin, but every current browser says by Sec-Fetch-Site that a page sent it. Judged by Site
 * alone: Node's own fetch sends Sec-Fetch-Mode as well.
 */
function findSenderWithoutOrigin(facts: RequestFacts): Sender | Refusal {
  const sites = getHeader(facts, 'sec-fetch-site');
  if (sites.every((site) => site === 'none' || site === 'same-origin')) return { kind: 'local' };
  if (isNavigationToPage(facts)) return { kind: 'local' };
  return {
    code: 'forbidden_origin',
    message: `A page elsewhere sent this request (Sec-Fetch-Site is ${quote(sites.join(', '))}).`,
    hint: 'Pages may only open this server in a tab of its own.',
  };
}

const pages: readonly string[] = ['/', '/translate', '/docs', '/pair'];

/** Following a link from elsewhere to one of our pages; the page that links can't read what opens. */
function isNavigationToPage(facts: RequestFacts): boolean {
  return (
    facts.method === 'GET' &&
    getHeader(facts, 'sec-fetch-mode').join() === 'navigate' &&
    getHeader(facts, 'sec-fetch-dest').join() === 'document' &&
    pages.includes(facts.path)
  );
}

function getOwnOrigin(facts: RequestFacts): string {
  return `http://${getHeader(facts, 'host').join().toLowerCase()}`;
}

function refuseOrigin(origin: string): Refusal {
  return {
    code: 'forbidden_origin',
    message: `Pages of the origin ${quote(origin)} may not call this server.`,
    hint: 'To let them, start the server with --allow-origin and the origin.',
  };
}
