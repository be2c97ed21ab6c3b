import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { findFreePort } from './find-free-port.ts';
import { killNow, killWithTests } from './kill-with-tests.ts';

/** A real nginx before several servers, which it asks in turn. */
export interface TestNginx {
  url: string;
  stop: () => Promise<void>;
}

/** Every answer names the server it is from as `X-Served-By: 127.0.0.1:<port>`. Nothing but the temporary folder is written. */
export async function startNginx(servers: string[]): Promise<TestNginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dragoman-nginx-'));
  const port = await findFreePort();
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, describe(port, servers));
  const words = ['-p', folder, '-c', file, '-e', 'stderr'];
  const child = spawn(inject('serverPrograms').nginx, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  killWithTests(child);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url)) && child.exitCode === null) await new Promise(setImmediate);
  return {
    url,
    stop: async () => {
      await killNow(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One process in the foreground, without the rights and places of a system's nginx. */
function describe(port: number, servers: string[]): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${name};`,
  );
  return `
    daemon off;
    master_process off;
    pid nginx.pid;
    # What servers do that are killed is no error of a test.
    error_log stderr crit;
    events { worker_connections 256; }
    http {
      access_log off;
      ${folders.join('\n')}
      upstream dragoman { ${servers.map((url) => `server ${new URL(url).host};`).join(' ')} }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://dragoman;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header Connection '';
          proxy_buffering off;
          proxy_read_timeout 1h;
          add_header X-Served-By $upstream_addr always;
        }
      }
    }`;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    () => true,
    () => false,
  );
}
