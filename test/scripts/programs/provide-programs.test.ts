import { expect, test } from 'vitest';

import type { Machine } from '../../../scripts/programs/find-program.ts';
import {
  browserPrograms,
  knownPrograms,
  programNames,
  serverPrograms,
} from '../../../scripts/programs/known-programs.ts';
import { providePrograms } from '../../../scripts/programs/provide-programs.ts';

const emptyMachine: Machine = {
  platform: 'linux',
  environment: { PATH: '/usr/bin' },
  exists: () => false,
  isRoot: false,
  isDebian: false,
  playwrightPaths: {},
};

test('gives the path of every program that is there', () => {
  const machine = { ...emptyMachine, exists: (path: string) => path.startsWith('/usr/bin/') };

  expect(providePrograms(browserPrograms, machine)).toEqual({
    chromium: '/usr/bin/chromium',
    firefox: '/usr/bin/firefox-esr',
    xvfb: '/usr/bin/Xvfb',
    openbox: '/usr/bin/openbox',
    xdotool: '/usr/bin/xdotool',
    import: '/usr/bin/import',
  });
});

test('asks for no program that was not named', () => {
  const machine = { ...emptyMachine, exists: (path: string) => /\/(?:redis-server|nginx)$/.test(path) };

  expect(providePrograms(serverPrograms, machine)).toEqual({
    redis: '/usr/bin/redis-server',
    nginx: '/usr/bin/nginx',
  });
});

test('names all that only the user can install, before it downloads anything', () => {
  expect(() => providePrograms(browserPrograms, emptyMachine)).toThrow(
    /^xvfb is missing.+\nopenbox is missing.+\nxdotool is missing.+\nimport is missing.+$/,
  );
});

test.each(programNames)('installs nothing when the variable of %s names nothing', (name) => {
  const { variable } = knownPrograms[name];
  const environment = { PATH: '/usr/bin', [variable]: '/gone' };
  const machine = { ...emptyMachine, environment, isRoot: true, isDebian: true };

  expect(() => providePrograms([name], machine)).toThrow(`${variable} names /gone`);
});
