import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultConnectionLimits, type ConnectionLimits } from '../../../server/connection-limits.ts';
import { createDependencies } from '../../../server/create-dependencies.ts';
import { readSettings } from '../../../server/settings/settings.ts';
import { startServer, type RunningServer } from '../../../server/start-server.ts';

/** The real server with limits that a test can wait for. */
export async function startLimitedServer(
  limits: Partial<ConnectionLimits>,
  ...flags: string[]
): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  const settings = readSettings(['--port', '0', '--data-dir', dataDir, '--log-level', 'silent', ...flags]);
  const server = await startServer(await createDependencies(settings), {
    ...defaultConnectionLimits,
    checkEveryMs: 20,
    ...limits,
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
