import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The platform's own place for an application's data: XDG on Linux, Application Support on macOS, LOCALAPPDATA on Windows. A variable that is
 * empty or no whole path counts as unset, as the XDG base directory specification has it.
 */
export function getDefaultDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Dragoman');
  if (platform === 'win32') {
    return path.join(
      getFolder(environment.LOCALAPPDATA) ?? path.join(homedir(), 'AppData', 'Local'),
      'Dragoman',
    );
  }
  return path.join(
    getFolder(environment.XDG_DATA_HOME) ?? path.join(homedir(), '.local', 'share'),
    'dragoman',
  );
}

function getFolder(value = ''): string | undefined {
  return path.isAbsolute(value) ? value : undefined;
}
