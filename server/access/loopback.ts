import { isIPv4 } from 'node:net';

/** Whether a host to listen on, as people write it, is reached from this machine alone. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '[::1]' || isLoopbackAddress(name);
}

/** Whether the other end of a socket is this machine; a closed socket has no address and is nobody's. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  // A socket that listens on both families shows IPv4 peers as IPv4-mapped addresses.
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
