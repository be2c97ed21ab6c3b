import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSettings } from '../../../server/settings/settings.ts';

beforeEach(() => {
  vi.stubEnv('OLLAMA_HOST', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

it('has the documented defaults', () => {
  expect(readSettings([])).toMatchObject({
    host: '127.0.0.1',
    port: 9000,
    engine: 'auto',
    model: 'qwen3:8b',
    ollamaHost: 'http://127.0.0.1:11434',
    numCtx: 8192,
    keepAliveMs: 30 * 60_000,
    concurrency: 1,
    queueLimit: 64,
    maxChars: 100_000,
    maxTexts: 1000,
    bodyLimitBytes: 2 * 1024 * 1024,
    firstTokenTimeoutMs: 5 * 60_000,
    stallTimeoutMs: 60_000,
    deadlineMs: 30 * 60_000,
    allowOrigin: [],
    allowHost: [],
    logLevel: 'info',
  });
});

it('reads durations and sizes with their units', () => {
  const flags = ['--keep-alive', '1.5h', '--first-token-timeout', '250ms', '--body-limit', '500kb'];
  expect(readSettings(flags)).toMatchObject({
    keepAliveMs: 5_400_000,
    firstTokenTimeoutMs: 250,
    bodyLimitBytes: 512_000,
  });
});

it('collects what may be given several times', () => {
  const flags = ['--allow-origin', 'http://a.test', '--allow-origin', 'http://b.test'];
  expect(readSettings(flags).allowOrigin).toEqual(['http://a.test', 'http://b.test']);
});

it.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', '9e3'],
  ['--num-ctx', '1'],
  ['--keep-alive', '10'],
  ['--keep-alive', '10 parsecs'],
  ['--body-limit', 'huge'],
  ['--engine', 'openai'],
  ['--log-level', 'all'],
  ['--stall-timeout', '9s'],
])('refuses %s %s and names the flag', (flag, value) => {
  expect(() => readSettings([flag, value])).toThrow(flag);
});

it('refuses what is no flag at all', () => {
  expect(() => readSettings(['serve'])).toThrow('too many arguments');
});

it.each(['0.0.0.0', '::', '[::]', '0', '192.168.1.2', 'box.lan'])(
  'opens %s to others only with a token',
  (host) => {
    expect(() => readSettings(['--host', host])).toThrow('--token');
    expect(readSettings(['--host', host, '--token', 's']).host).toBe(host);
  },
);

it('reads what the environment says', () => {
  vi.stubEnv('DRAGOMAN_PORT', '8123');
  vi.stubEnv('DRAGOMAN_ALLOW_HOST', 'a.lan, b.lan');
  vi.stubEnv('OLLAMA_HOST', 'gpu.lan');
  expect(readSettings([])).toMatchObject({
    port: 8123,
    allowHost: ['a.lan', 'b.lan'],
    ollamaHost: 'gpu.lan',
  });
});

it('lets a flag win over the environment', () => {
  vi.stubEnv('DRAGOMAN_PORT', '8123');
  expect(readSettings(['--port', '8124']).port).toBe(8124);
});

it('names the variable whose value means nothing', () => {
  vi.stubEnv('DRAGOMAN_PORT', 'many');
  expect(() => readSettings([])).toThrow('DRAGOMAN_PORT');
});

it('takes an empty variable for an unset one', () => {
  for (const name of ['PORT', 'HOST', 'TOKEN', 'MODEL', 'ENGINE', 'ALLOW_ORIGIN'])
    vi.stubEnv(`DRAGOMAN_${name}`, '');
  vi.stubEnv('OLLAMA_HOST', '');
  const { token, ...settings } = readSettings([]);
  expect(settings).toMatchObject({
    port: 9000,
    host: '127.0.0.1',
    model: 'qwen3:8b',
    engine: 'auto',
    allowOrigin: [],
  });
  expect(token).toBeUndefined();
});

it('never repeats a token that cannot be one', () => {
  expect(() => readSettings(['--token', 'open sesame'])).toThrow(
    /^--token must be of visible ASCII characters/,
  );
});
