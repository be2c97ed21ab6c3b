import { expect, test } from 'vitest';

import {
  chooseRemedy,
  describeRemedy,
  findProgram,
  type Machine,
} from '../../../scripts/programs/find-program.ts';
import { programNames, type ProgramName } from '../../../scripts/programs/known-programs.ts';

function describeMachine(overrides: Partial<Machine> & { files?: string[] } = {}): Machine {
  const { files = [], ...rest } = overrides;
  return {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path) => files.includes(path),
    isRoot: false,
    isDebian: false,
    playwrightPaths: {},
    ...rest,
  };
}

test.each<{ where: string; name: ProgramName; machine: Parameters<typeof describeMachine>[0]; path: string }>(
  [
    {
      where: 'in a folder of PATH',
      name: 'chromium',
      machine: { files: ['/usr/bin/chromium'] },
      path: '/usr/bin/chromium',
    },
    {
      where: 'under its second name',
      name: 'firefox',
      machine: { files: ['/usr/local/bin/firefox'] },
      path: '/usr/local/bin/firefox',
    },
    {
      where: 'where its variable says, before the usual places',
      name: 'chromium',
      machine: {
        environment: { PATH: '/usr/bin', DRAGOMAN_CHROMIUM: '/opt/mine' },
        files: ['/opt/mine', '/usr/bin/chromium'],
      },
      path: '/opt/mine',
    },
    {
      where: 'where Debian puts it, outside the PATH of users',
      name: 'nginx',
      machine: { files: ['/usr/sbin/nginx'] },
      path: '/usr/sbin/nginx',
    },
    {
      where: 'in the applications of macOS',
      name: 'firefox',
      machine: { platform: 'darwin', files: ['/Applications/Firefox.app/Contents/MacOS/firefox'] },
      path: '/Applications/Firefox.app/Contents/MacOS/firefox',
    },
    {
      where: 'in the program files of Windows',
      name: 'chromium',
      machine: { platform: 'win32', files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'] },
      path: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    },
    {
      where: 'in a folder of the PATH of Windows',
      name: 'firefox',
      machine: { platform: 'win32', environment: { PATH: 'C:\\a;D:\\b' }, files: ['D:\\b\\firefox.exe'] },
      path: 'D:\\b\\firefox.exe',
    },
    {
      where: 'among what Playwright has downloaded',
      name: 'chromium',
      machine: { playwrightPaths: { chromium: '/cache/chrome' }, files: ['/cache/chrome'] },
      path: '/cache/chrome',
    },
  ],
)('finds $name $where', ({ name, machine, path }) => {
  expect(findProgram(name, describeMachine(machine))).toEqual({ status: 'found', path });
});

test('a variable that names nothing is told, though the program is in a usual place', () => {
  const machine = describeMachine({
    environment: { PATH: '/usr/bin', DRAGOMAN_FIREFOX: '/opt/gone' },
    files: ['/usr/bin/firefox'],
  });

  expect(findProgram('firefox', machine)).toEqual({ status: 'misnamed', path: '/opt/gone' });
  expect(describeRemedy('firefox', machine)).toContain('DRAGOMAN_FIREFOX names /opt/gone');
});

test('an empty PATH does not make the current folder a usual place', () => {
  const machine = describeMachine({ environment: { PATH: '' }, files: ['chromium', '/chromium'] });

  expect(findProgram('chromium', machine)).toEqual({ status: 'absent' });
});

test.each<{ name: ProgramName; isRoot: boolean; isDebian: boolean; remedy: string }>([
  { name: 'chromium', isRoot: true, isDebian: true, remedy: 'apt-get' },
  { name: 'xvfb', isRoot: true, isDebian: true, remedy: 'apt-get' },
  { name: 'chromium', isRoot: false, isDebian: true, remedy: 'playwright' },
  { name: 'firefox', isRoot: true, isDebian: false, remedy: 'playwright' },
  { name: 'xvfb', isRoot: false, isDebian: true, remedy: 'by-hand' },
  { name: 'xdotool', isRoot: true, isDebian: false, remedy: 'by-hand' },
])('$name with root $isRoot on Debian $isDebian comes by $remedy', ({ name, isRoot, isDebian, remedy }) => {
  expect(chooseRemedy(name, describeMachine({ isRoot, isDebian }))).toBe(remedy);
});

test.each<{ name: ProgramName; machine: Partial<Machine>; words: string[] }>([
  { name: 'xvfb', machine: { isDebian: true }, words: ['sudo apt-get install xvfb', 'DRAGOMAN_XVFB'] },
  { name: 'firefox', machine: {}, words: ['npx playwright-core install firefox', 'DRAGOMAN_FIREFOX'] },
  { name: 'openbox', machine: {}, words: ['your package manager', 'DRAGOMAN_OPENBOX'] },
  {
    name: 'redis',
    machine: { isDebian: true },
    words: ['sudo apt-get install redis-server', 'DRAGOMAN_REDIS'],
  },
  { name: 'nginx', machine: { platform: 'darwin' }, words: ['your package manager', 'DRAGOMAN_NGINX'] },
  { name: 'xdotool', machine: { platform: 'darwin' }, words: ['only on Linux', 'npm run test:unit'] },
])('says what to do for a missing $name', ({ name, machine, words }) => {
  for (const word of words) expect(describeRemedy(name, describeMachine(machine))).toContain(word);
});

test.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])('every program has a sentence on %s', (platform) => {
  const sentences = programNames.map((name) => describeRemedy(name, describeMachine({ platform })));

  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toMatch(/^\w+ is missing.+\.$/);
});
