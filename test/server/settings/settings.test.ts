import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCommand, readSettings } from '../../../server/settings/settings.ts';

beforeEach(() => {
  for (const name of ['OLLAMA_HOST', 'OPENAI_BASE_URL', 'OPENAI_API_KEY']) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

it('has the documented defaults', () => {
  expect(readSettings([])).toMatchObject({
    host: '127.0.0.1',
    port: 9000,
    engine: 'auto',
    ollamaHost: 'http://127.0.0.1:11434',
    numCtx: 8192,
    keepAliveMs: 30 * 60_000,
    checks: true,
    profile: 'auto',
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

it.each(['model', 'concurrency', 'token', 'openaiBaseUrl', 'openaiApiKey'])(
  'leaves %s open when nothing is set',
  (name) => {
    expect(readSettings([])).not.toHaveProperty(name);
  },
);

it('tells in its help what engines take where nothing is set', () => {
  const help = createCommand().helpInformation().replaceAll(/\s+/g, ' ');
  expect(help).toContain('the model of Ollama (default: "qwen3:8b")');
  expect(help).toContain('(default: Ollama 1, OpenAI-compatible server 32)');
  expect(help).toContain('(default: on, env: DRAGOMAN_CHECKS)');
});

it('switches checks off and on', () => {
  expect(readSettings(['--checks', 'off']).checks).toBe(false);
  expect(readSettings(['--checks', 'on']).checks).toBe(true);
});

it.each(['auto', 'qwen3-thinking', 'hunyuan-mt'])('takes the profile %s', (profile) => {
  expect(readSettings(['--profile', profile]).profile).toBe(profile);
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
  ['--engine', 'deepl'],
  ['--checks', 'maybe'],
  ['--profile', 'llama'],
  ['--openai-base-url', '127.0.0.1:8000'],
  ['--openai-base-url', 'localhost:8000/v1'],
  ['--openai-base-url', 'ftp://gpu.lan/v1'],
  ['--openai-base-url', 'http:/gpu.lan'],
  ['--openai-base-url', 'http://'],
  ['--openai-base-url', 'http://me:secret@gpu.lan/v1'],
  ['--openai-base-url', 'http://me@gpu.lan/v1'],
  ['--openai-base-url', 'http://gpu.lan/v1?key=secret'],
  ['--openai-base-url', 'http://gpu.lan/v1#key'],
  ['--log-level', 'all'],
  ['--stall-timeout', '9s'],
  ['--add-token', ''],
  ['--add-token', 'Nightly job'],
  ['--add-token', '../x'],
  ['--add-token', 'x'.repeat(41)],
  ['--remove-token', 'a\nb'],
])('refuses %s %s and names the flag', (flag, value) => {
  expect(() => readSettings([flag, value])).toThrow(flag);
});

it('takes one command at a time, and none from the environment', () => {
  expect(readSettings(['--add-token', 'nightly-job']).addToken).toBe('nightly-job');
  expect(readSettings(['--remove-token', 'x'.repeat(40)]).removeToken).toBe('x'.repeat(40));
  expect(() => readSettings(['--add-token', 'a', '--add-token', 'b'])).toThrow('only once');
  expect(() => readSettings(['--add-token', 'a', '--remove-token', 'a'])).toThrow(
    '--add-token a and --remove-token a are two commands',
  );
  vi.stubEnv('DRAGOMAN_ADD_TOKEN', 'a');
  expect(readSettings([])).not.toHaveProperty('addToken');
});

it('refuses what is no flag at all', () => {
  expect(() => readSettings(['serve'])).toThrow('too many arguments');
});

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
  for (const name of ['BASE_URL', 'API_KEY']) vi.stubEnv(`OPENAI_${name}`, '');
  const settings = readSettings([]);
  expect(settings).toMatchObject({
    port: 9000,
    host: '127.0.0.1',
    ollamaHost: 'http://127.0.0.1:11434',
    engine: 'auto',
    allowOrigin: [],
  });
  for (const name of ['token', 'model', 'openaiBaseUrl', 'openaiApiKey'])
    expect(settings).not.toHaveProperty(name);
});

it('never repeats a token that cannot be one', () => {
  expect(() => readSettings(['--token', 'open sesame'])).toThrow(
    /^--token must be of visible ASCII characters/,
  );
});

it('takes address and key of an OpenAI-compatible server from where its own tools take them', () => {
  vi.stubEnv('OPENAI_BASE_URL', 'https://gpu.lan:8000/v1');
  vi.stubEnv('OPENAI_API_KEY', 'sk-1');
  expect(readSettings(['--engine', 'openai'])).toMatchObject({
    engine: 'openai',
    openaiBaseUrl: 'https://gpu.lan:8000/v1',
    openaiApiKey: 'sk-1',
  });
});

it('has no flag for the key, which every process list would show', () => {
  expect(() => readSettings(['--openai-api-key', 'sk-1'])).toThrow('unknown option');
});

it.each([
  ['OPENAI_API_KEY', 'sk-secret with spaces'],
  ['OPENAI_API_KEY', 'sk-secret\r\nx: y'],
  ['OPENAI_BASE_URL', 'http://me:sk-secret@gpu.lan/v1'],
  ['OPENAI_BASE_URL', 'http://gpu.lan/v1?key=sk-secret'],
])('refuses an impossible %s without repeating what may be secret', (name, value) => {
  vi.stubEnv(name, value);
  expect(() => readSettings([])).toThrow(/^(?!.*secret)(?:OPENAI_API_KEY|--openai-base-url) must be /);
});
