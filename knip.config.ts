import type { KnipConfig } from 'knip';

/** What nothing imports because something outside the code names it. */
const config: KnipConfig = {
  entry: [
    'server/main.ts',
    'server/engines/bergamot/worker.ts',
    'server/pages/**/*.html',
    'extension/**/*.html',
    'extension/background/main.ts',
    'extension/content/overlay.ts',
    'test/**/*.test.ts',
  ],
  // The types of an exported function's parameters are part of it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  project: ['{server,shared,extension,scripts,test}/**/*.ts'],
};

export default config;
