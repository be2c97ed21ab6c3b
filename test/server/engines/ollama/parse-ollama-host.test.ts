import { expect, test } from 'vitest';
import { parseOllamaHost } from '../../../../server/engines/ollama/parse-ollama-host.ts';

test.each([
  ['', 'http://127.0.0.1:11434'],
  ['  ', 'http://127.0.0.1:11434'],
  ['127.0.0.1', 'http://127.0.0.1:11434'],
  ['127.0.0.1:9999', 'http://127.0.0.1:9999'],
  [':9999', 'http://127.0.0.1:9999'],
  ['gpu.local', 'http://gpu.local:11434'],
  ['gpu.local:', 'http://gpu.local:11434'],
  ['gpu.local:99999', 'http://gpu.local:11434'],
  ['gpu.local:port', 'http://gpu.local:11434'],
  ['"gpu.local:1"', 'http://gpu.local:1'],
  ["'gpu.local:1'", 'http://gpu.local:1'],
  ['http://gpu.local', 'http://gpu.local:80'],
  ['https://gpu.local', 'https://gpu.local:443'],
  ['HTTPS://gpu.local', 'https://gpu.local:443'],
  ['https://gpu.local:1', 'https://gpu.local:1'],
  ['http://127.0.0.1:11434/', 'http://127.0.0.1:11434'],
  ['http://gpu.local/ollama/', 'http://gpu.local:80/ollama'],
  ['gpu.local:1/a/b', 'http://gpu.local:1/a/b'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:1', 'http://127.0.0.1:1'],
  ['http://0.0.0.0:1', 'http://127.0.0.1:1'],
  ['::', 'http://[::1]:11434'],
  ['[::]:1', 'http://[::1]:1'],
  ['::1', 'http://[::1]:11434'],
  ['[::1]', 'http://[::1]:11434'],
  ['[fe80::2]:1', 'http://[fe80::2]:1'],
  ['https://[fe80::2]', 'https://[fe80::2]:443'],
  ['ollama.com', 'https://ollama.com:443'],
])('OLLAMA_HOST %j is read as %s', (value, expected) => {
  expect(parseOllamaHost(value)).toBe(expected);
});

test.each(['ftp://gpu.local', 'http://me:secret@gpu.local', 'a b', 'http://[::1', 'gpu.local:1?x=1'])(
  'OLLAMA_HOST %j is refused with the way to write it',
  (value) => {
    expect(() => parseOllamaHost(value)).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        hint: expect.stringContaining('127.0.0.1:11434') as string,
      }),
    );
  },
);
