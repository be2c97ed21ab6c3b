/** Programs the browser tests need beside Node, and where each is found. */
export interface KnownProgram {
  /** Environment variable with the program's path; it wins over every usual place. */
  variable: string;
  /** Names looked for in the folders of PATH. */
  commands: readonly string[];
  /** Where the platform's own installer puts it, outside PATH. */
  installedAt: Partial<Record<NodeJS.Platform, readonly string[]>>;
  debianPackage: string;
  /** Its name for Playwright's installer; absent when Playwright doesn't offer it. */
  playwrightName?: string;
}

export type ProgramName = 'chromium' | 'firefox' | 'xvfb' | 'openbox' | 'xdotool' | 'import';

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
  xvfb: { variable: 'DRAGOMAN_XVFB', commands: ['Xvfb'], installedAt: {}, debianPackage: 'xvfb' },
  // Native menus and keyboard shortcuts need a window manager that gives the browser the focus.
  openbox: { variable: 'DRAGOMAN_OPENBOX', commands: ['openbox'], installedAt: {}, debianPackage: 'openbox' },
  xdotool: { variable: 'DRAGOMAN_XDOTOOL', commands: ['xdotool'], installedAt: {}, debianPackage: 'xdotool' },
  // ImageMagick's: pictures of the display, native menus included, for failures.
  import: {
    variable: 'DRAGOMAN_IMPORT',
    commands: ['import'],
    installedAt: {},
    debianPackage: 'imagemagick',
  },
};

export const programNames = Object.keys(knownPrograms) as ProgramName[];
