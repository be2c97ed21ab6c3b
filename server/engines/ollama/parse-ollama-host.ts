import { isIPv6 } from 'node:net';
import { TranslationError } from '../../../shared/translation-error.ts';

const defaultPorts: Partial<Record<string, string>> = { http: '80', https: '443' };
/** Addresses a server listens on to be reached from anywhere; a client that means such a server on its own machine asks loopback. */
const anyAddresses: Partial<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * The address of an Ollama server as Ollama's own tools read `OLLAMA_HOST`: scheme, host and port may each be missing, the port is then
 * 11434 without a scheme and the scheme's own with one, an impossible port is replaced by it, and a path is kept. Without end slash.
 * Source: envconfig.Host of https://github.com/ollama/ollama, version 0.13.0. Any-address means loopback.
 */
export function parseOllamaHost(value: string): string {
  const trimmed = value.trim().replace(/^["']+|["']+$/g, '');
  const [scheme, rest] = splitScheme(trimmed);
  const [hostAndPort = '', ...path] = rest.split('/');
  const { host, port } = splitPort(hostAndPort);
  const defaultPort = (trimmed.includes('://') && defaultPorts[scheme]) || '11434';
  const address = formatHost(host || '127.0.0.1');
  const url = `${scheme}://${address}:${isPort(port) ? Number(port) : defaultPort}/${path.join('/')}`;
  if (!['http', 'https'].includes(scheme) || !URL.canParse(url) || /[@?#]/.test(trimmed)) {
    throw new TranslationError(
      'invalid_request',
      `OLLAMA_HOST is "${value}", which is no address of a server.`,
      {
        hint: 'Write it like 127.0.0.1:11434 or http://gpu.local:11434.',
      },
    );
  }
  return url.replace(/\/+$/, '');
}

function splitScheme(value: string): [scheme: string, rest: string] {
  // The one host that Ollama's tools ask by TLS without being told to.
  if (value === 'ollama.com') return ['https', 'ollama.com:443'];
  const at = value.indexOf('://');
  return at === -1 ? ['http', value] : [value.slice(0, at).toLowerCase(), value.slice(at + 3)];
}

function splitPort(value: string): { host: string; port: string } {
  const bracketed = /^\[(.*)\](?::(.*))?$/.exec(value);
  if (bracketed) return { host: bracketed[1] ?? '', port: bracketed[2] ?? '' };
  // An IPv6 address may stand without brackets when no port follows.
  if (isIPv6(value)) return { host: value, port: '' };
  const [, host = value, port = ''] = /^([^:]*)(?::([^:]*))?$/.exec(value) ?? [];
  return { host, port };
}

function formatHost(host: string): string {
  const address = anyAddresses[host] ?? host;
  return isIPv6(address) ? `[${address}]` : address;
}

function isPort(port: string): boolean {
  return /^\d+$/.test(port) && Number(port) <= 65_535;
}
