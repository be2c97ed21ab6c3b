import { createHash, randomBytes } from 'node:crypto';
import { TranslationError } from '../../shared/translation-error.ts';
import { emptyAccessList, type AccessList } from './access-list.ts';
import { getDiskReason } from './access-memory.ts';
import type { AccessListFile } from './access-list-file.ts';

/** Whoever finds such a word in a file or a log knows what it opens. */
const prefix = 'dragoman_';

/**
 * Makes a token for the program `name` and keeps its hash; returns the token, which can't be had again. Throws `invalid_request` when there is
 * one of that name, `internal` when the disk does not take it.
 */
export function addNamedToken(file: AccessListFile, name: string): string {
  const token = prefix + randomBytes(32).toString('base64url');
  updateTokens(file, (list) => {
    if (list.tokens.some((one) => one.name === name)) {
      throw new TranslationError('invalid_request', `There is a token called ${name} already.`, {
        hint: `Take another name, or first take it away with --remove-token ${name}.`,
      });
    }
    const hash = digestToken(token).toString('base64url');
    return { ...list, tokens: [...list.tokens, { name, hash, addedAt: new Date().toISOString() }] };
  });
  return token;
}

/** Takes away the token of the program `name`: its next request is refused. Throws `invalid_request` when there is none, `internal` as above. */
export function removeNamedToken(file: AccessListFile, name: string): void {
  updateTokens(file, (list) => {
    const tokens = list.tokens.filter((one) => one.name !== name);
    if (tokens.length < list.tokens.length) return { ...list, tokens };
    throw new TranslationError('invalid_request', `There is no token called ${name}.`, {
      hint: 'The page /pair lists all there are.',
    });
  });
}

/** SHA-256. A token is 256 random bits, or a secret that the user chose: nothing is stored of the latter. */
export function digestToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function updateTokens(file: AccessListFile, alter: (list: AccessList) => AccessList): void {
  try {
    file.update((list = emptyAccessList) => alter(list));
  } catch (error) {
    if (error instanceof TranslationError) throw error;
    throw new TranslationError(
      'internal',
      `No token was changed: ${file.path} can't be written (${getDiskReason(error)}).`,
      { hint: 'Make the data folder writable, or name another one with --data-dir.', cause: error },
    );
  }
}
