import type { KnipConfig } from 'knip';

/** What nothing imports because something outside the code names it. */
const config: KnipConfig = {
  entry: [
    'server/main.ts',
    'server/engines/bergamot/worker.ts',
    'server/pages/*/{docs,pair,translate}.ts',
    'extension/{all-sites,history,options,panel,popup,refused-site,welcome}/{all-sites,history,options,panel,popup,refused-site,welcome}.ts',
    'extension/background/main.ts',
    'extension/content/{overlay,selection-watcher}.ts',
    'scripts/bench/processes/{fake-ollama,load-generator,pipeline-server,stream-holder}.ts',
    'scripts/soak/processes/faulty-ollama.ts',
    'test/**/*.test.ts',
    'test/{e2e/browsers,server}/global-setup.ts',
    '{server,shared,extension}/**/*.d.ts',
    '*.config.ts',
  ],
  // The types of an exported function's parameters are part of it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  project: ['{server,shared,extension,scripts,test}/**/*.ts'],
};

export default config;
