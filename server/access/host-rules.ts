import { isIP, isIPv6 } from 'node:net';
import { TranslationError } from '../../shared/translation-error.ts';
import { isLoopbackHost } from './loopback.ts';
import { quote, type Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

export interface HostRules {
  /** Normalized names and addresses that are answered. */
  names: ReadonlySet<string>;
  /** Whether any IP literal is answered: a page can rebind a name to this machine, but never an address. */
  anyAddress: boolean;
}

/** Without a port, a final dot and brackets; userinfo, spaces, lists and the like do not match at all. */
const hostPattern = /^(?:\[(?<address>[\da-f:.]+)\]|(?<name>[\w-]+(?:\.[\w-]+)*)\.?)(?::\d{1,5})?$/i;

/** Rules for a server that listens on `host`, with further names from the settings; throws on a name that no request could have. */
export function createHostRules(host: string, allowHosts: readonly string[]): HostRules {
  const named = [host, ...allowHosts].map((name) => readHostSetting(name));
  return {
    names: new Set(['127.0.0.1', 'localhost', '::1', ...named]),
    anyAddress: !isLoopbackHost(host),
  };
}

/**
 * Refuses what a page elsewhere can reach by binding its own name to this machine (DNS rebinding): the browser then takes us for
 * that page's own server, and the Host header is the only thing that tells.
 */
export function judgeHost(facts: RequestFacts, rules: HostRules): Refusal | undefined {
  // RFC 9112, section 3.2: only clients of a proxy send another form than the path, and its host would be a second opinion.
  if (!facts.target.startsWith('/')) {
    return refuse('The request line names more than a path, as for a proxy, which this server is not.');
  }
  const hosts = getHeader(facts, 'host');
  if (hosts.length !== 1)
    return refuse(`The request has ${hosts.length} Host headers; it needs exactly one.`);
  const host = hosts[0] ?? '';
  const name = normalizeHost(host);
  if (name !== undefined && rules.names.has(name)) return undefined;
  if (name !== undefined && rules.anyAddress && isIP(name) !== 0) return undefined;
  return refuse(`This server does not answer to the host ${quote(host)}.`);
}

/** In settings the brackets of an IPv6 address may be missing. */
function readHostSetting(host: string): string {
  const name = normalizeHost(isIPv6(host) ? `[${host}]` : host);
  if (name !== undefined) return name;
  throw new TranslationError(
    'invalid_request',
    `${quote(host)} is not a host; --host and --allow-host take a name or an address.`,
  );
}

/** A host as it is compared; undefined when it is not written like one. */
function normalizeHost(host: string): string | undefined {
  const { address, name } = hostPattern.exec(host)?.groups ?? {};
  if (address !== undefined && !isIPv6(address)) return undefined;
  return (address ?? name)?.toLowerCase();
}

function refuse(message: string): Refusal {
  return {
    code: 'forbidden_host',
    message,
    hint: 'Call it as 127.0.0.1 or localhost, or start it with --allow-host and the name.',
  };
}
