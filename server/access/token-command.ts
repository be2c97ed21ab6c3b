import type { Settings } from '../settings/settings.ts';
import { createAccessListFile, warnOfOpenFolder } from './access-list-file.ts';
import { addNamedToken, removeNamedToken } from './named-tokens.ts';

export interface CommandOutput {
  /** Gets the token and nothing else, so that a script can take it from there. */
  print: (line: string) => void;
  /** Gets sentences for a person. */
  explain: (sentence: string) => void;
}

/** Does what `--add-token` or `--remove-token` says; returns false when there is neither, and a server is wanted. Throws what `addNamedToken` does. */
export function runTokenCommand(
  { addToken, removeToken, dataDir }: Pick<Settings, 'addToken' | 'removeToken' | 'dataDir'>,
  { print, explain }: CommandOutput,
): boolean {
  const file = createAccessListFile(dataDir, explain);
  if (addToken !== undefined) {
    print(addNamedToken(file, addToken));
    explain(`This is the token of ${addToken}, shown this once: send it as "Authorization: Bearer …".`);
  } else if (removeToken === undefined) return false;
  else {
    removeNamedToken(file, removeToken);
    explain(`The token of ${removeToken} is taken away.`);
  }
  warnOfOpenFolder(dataDir, explain);
  return true;
}
