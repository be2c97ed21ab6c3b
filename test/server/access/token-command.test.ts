import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runTokenCommand } from '../../../server/access/token-command.ts';
import { errorCodes } from '../../../shared/error-codes.ts';
import { readProblem, send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';

const main = path.join(import.meta.dirname, '../../../dist/server/main.js');

describe('the command', () => {
  let folder: DataFolder;

  beforeEach(() => {
    folder = createDataFolder();
  });

  afterEach(() => {
    folder.remove();
  });

  function run(...flags: string[]) {
    const words = [main, '--data-dir', folder.path, ...flags];
    // A server would be refused with these.
    const env = { PATH: process.env.PATH, DRAGOMAN_HOST: '0.0.0.0', DRAGOMAN_PORT: '1' };
    return spawnSync(process.execPath, words, { encoding: 'utf8', env });
  }

  it('prints the token alone on stdout, and ends with 0', () => {
    const { status, stdout, stderr } = run('--add-token', 'nightly-job');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^dragoman_[\w-]{43}\n$/);
    expect(stderr).toMatch(/^This is the token of nightly-job, shown this once.*\n$/);
    expect(stderr).not.toContain(stdout.trim());
  });

  it('ends with 1 and one sentence when there is nothing to take away', () => {
    expect(run('--remove-token', 'nightly-job')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'There is no token called nightly-job. The page /pair lists all there are.\n',
    });
  });
});

describe('a server that runs', () => {
  let folder: DataFolder;
  let open: TestServer;
  let guarded: TestServer;

  beforeAll(async () => {
    folder = createDataFolder();
    open = await startTestServer('--data-dir', folder.path);
    guarded = await startTestServer('--data-dir', folder.path, '--token', 's3cret');
  });

  afterAll(async () => {
    await Promise.all([open.stop(), guarded.stop()]);
    folder.remove();
  });

  /** What another process does, and prints. */
  function change(command: { addToken?: string; removeToken?: string }): string {
    const printed: string[] = [];
    const output = { print: (line: string) => printed.push(line), explain: () => undefined };
    expect(runTokenCommand({ ...command, dataDir: folder.path }, output)).toBe(true);
    return printed.join('\n');
  }

  async function call(server: TestServer, token: string): Promise<string> {
    const answer = await send(server.url, 'GET /v1/languages', [['Authorization', `Bearer ${token}`]]);
    return answer.status === 200 ? 'let in' : readProblem(answer).code;
  }

  it('lets a new token in at once, and no longer when it is taken away', async () => {
    const token = change({ addToken: 'nightly-job' });
    expect(await call(open, token)).toBe('let in');
    expect(await call(guarded, token)).toBe('let in');
    change({ removeToken: 'nightly-job' });
    expect(await call(guarded, token)).toBe('unauthorized');
  });

  it('refuses a wrong token only where one is needed, and tells everybody that it lives', async () => {
    expect(await call(open, 'wr0ng')).toBe('let in');
    const headers = [['Authorization', 'Bearer wr0ng']] as const;
    const answer = await send(guarded.url, 'GET /v1/languages', headers);
    expect(answer.status).toBe(errorCodes.unauthorized.status);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect((await send(guarded.url, 'GET /health', headers)).status).toBe(200);
  });

  it('is not opened to pages elsewhere by a token', async () => {
    const token = change({ addToken: 'leaked' });
    const answer = await send(open.url, 'GET /v1/languages', [
      ['Authorization', `Bearer ${token}`],
      ['Origin', 'http://evil.example'],
    ]);
    expect(readProblem(answer).code).toBe('forbidden_origin');
  });
});
