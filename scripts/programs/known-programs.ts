/** Programs the tests need beside Node, and where each is found. */
export interface KnownProgram {
  /** Environment variable with the program's path; it wins over every usual place. */
  variable: string;
  /** Names looked for in the folders of PATH. */
  commands: readonly string[];
  /** Where the platform's own installer puts it, outside PATH. */
  installedAt: Partial<Record<NodeJS.Platform, readonly string[]>>;
  debianPackage: string;
  /** Whether other systems don't have it at all. */
  isLinuxOnly?: boolean;
  /** Its name for Playwright's installer; absent when Playwright doesn't offer it. */
  playwrightName?: string;
}

/** What only the browser tests need. */
export const browserPrograms = ['chromium', 'firefox', 'xvfb', 'openbox', 'xdotool', 'import'] as const;
export type BrowserProgram = (typeof browserPrograms)[number];

/** What the server's tests need: several servers behind one address, with their streams in one place. */
export const serverPrograms = ['redis', 'nginx'] as const;
export type ServerProgram = (typeof serverPrograms)[number];

export type ProgramName = BrowserProgram | ServerProgram;
export const programNames: readonly ProgramName[] = [...browserPrograms, ...serverPrograms];

export const knownPrograms: Readonly<Record<ProgramName, KnownProgram>> = {
  chromium: {
    variable: 'DRAGOMAN_CHROMIUM',
    commands: ['chromium', 'google-chrome-stable', 'google-chrome'],
    installedAt: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ],
      win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    },
    debianPackage: 'chromium',
    playwrightName: 'chromium',
  },
  firefox: {
    variable: 'DRAGOMAN_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    installedAt: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    },
    debianPackage: 'firefox-esr',
    playwrightName: 'firefox',
  },
  // A display without a screen; Chromium draws its native context menu only on a display.
  xvfb: {
    variable: 'DRAGOMAN_XVFB',
    commands: ['Xvfb'],
    installedAt: {},
    debianPackage: 'xvfb',
    isLinuxOnly: true,
  },
  // Native menus and keyboard shortcuts need a window manager that gives the browser the focus.
  openbox: {
    variable: 'DRAGOMAN_OPENBOX',
    commands: ['openbox'],
    installedAt: {},
    debianPackage: 'openbox',
    isLinuxOnly: true,
  },
  xdotool: {
    variable: 'DRAGOMAN_XDOTOOL',
    commands: ['xdotool'],
    installedAt: {},
    debianPackage: 'xdotool',
    isLinuxOnly: true,
  },
  // ImageMagick's: pictures of the display, native menus included, for failures.
  import: {
    variable: 'DRAGOMAN_IMPORT',
    commands: ['import'],
    installedAt: {},
    debianPackage: 'imagemagick',
    isLinuxOnly: true,
  },
  redis: {
    variable: 'DRAGOMAN_REDIS',
    commands: ['redis-server'],
    installedAt: { darwin: ['/opt/homebrew/bin/redis-server'] },
    debianPackage: 'redis-server',
  },
  // Debian puts it where only root's PATH leads.
  nginx: {
    variable: 'DRAGOMAN_NGINX',
    commands: ['nginx'],
    installedAt: { linux: ['/usr/sbin/nginx'], darwin: ['/opt/homebrew/bin/nginx'] },
    debianPackage: 'nginx',
  },
};
