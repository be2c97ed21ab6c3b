import { homedir } from 'node:os';
import path from 'node:path';

/** The platform's own place for an application's data: XDG on Linux, Application Support on macOS, LOCALAPPDATA on Windows. */
export function getDefaultDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return path.join(environment.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Dragoman');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Dragoman');
  return path.join(environment.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'dragoman');
}
