import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TranslationError } from '../../shared/translation-error.ts';
import { isLoopbackAddress } from './loopback.ts';

/**
 * The address that the host of the settings stands for, as the system reads it, so that what is judged here is what is listened on. Throws
 * `invalid_request` when it is open to other machines and there is no token, whatever the name promises, and what the system says when there
 * is no such name.
 */
export async function findListenAddress(host: string, hasToken: boolean): Promise<string> {
  const name = host.replaceAll(/[[\]]/g, '');
  const address = isIP(name) === 0 ? (await lookup(name)).address : name;
  if (hasToken || isLoopbackAddress(address)) return address;
  throw new TranslationError(
    'invalid_request',
    `--host ${host} leads to an address that is open to other machines on this system, but --token is not set; set a token or leave the host out.`,
  );
}
