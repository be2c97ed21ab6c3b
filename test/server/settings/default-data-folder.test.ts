import { homedir } from 'node:os';
import { expect, it } from 'vitest';
import { getDefaultDataFolder } from '../../../server/settings/default-data-folder.ts';

const home = homedir();

it.each([
  ['linux', {}, `${home}/.local/share/dragoman`],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/dragoman'],
  ['linux', { XDG_DATA_HOME: '' }, `${home}/.local/share/dragoman`],
  ['linux', { XDG_DATA_HOME: 'data' }, `${home}/.local/share/dragoman`],
  ['darwin', {}, `${home}/Library/Application Support/Dragoman`],
] as const)('on %s with %j keeps data in %s', (platform, environment, folder) => {
  expect(getDefaultDataFolder(platform, environment)).toBe(folder);
});
