import { describe, expect, it } from 'vitest';
import { createHostRules, judgeHost } from '../../../server/access/host-rules.ts';
import { makeFacts } from './make-facts.ts';

const loopback = createHostRules('127.0.0.1', ['Dragoman.test.', 'fe80::7']);
const everywhere = createHostRules('0.0.0.0', []);

const answered = [
  '127.0.0.1',
  '127.0.0.1:9000',
  '127.0.0.1:1',
  '127.0.0.1.:9000',
  'localhost',
  'localhost:9000',
  'LOCALHOST',
  'LocalHost.:9000',
  '[::1]',
  '[::1]:9000',
  'dragoman.test:9000',
  'DRAGOMAN.test.',
  '[FE80::7]:9000',
];

const refused = [
  '',
  ' ',
  ':9000',
  '.',
  'evil.example',
  'evil.example:9000',
  'evil.localhost',
  'localhost.evil.example',
  'localhost..',
  '.localhost',
  'notlocalhost',
  '127.0.0.1.nip.io',
  '127.0.0.1..',
  '127.1',
  '127.0.0.2',
  '2130706433',
  '0x7f.1',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  '192.168.1.7',
  '::1',
  '[::]',
  '[::1].',
  '[::1',
  '[::1]9000',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::1%25lo]',
  '[127.0.0.1]',
  '127.0.0.1:',
  '127.0.0.1:port',
  '127.0.0.1:9000:9000',
  '127.0.0.1 evil.example',
  '127.0.0.1,evil.example',
  '127.0.0.1@evil.example',
  'evil.example@127.0.0.1',
  'user:password@127.0.0.1:9000',
  'evil.example#127.0.0.1',
  '127.0.0.1/evil.example',
  '127.0.0.1\\evil.example',
  'http://127.0.0.1',
  '１２７.0.0.1',
  'ⓛocalhost',
  'loc\u0000alhost',
];

describe('a server on loopback', () => {
  it.each(answered)('answers to the host "%s"', (host) => {
    expect(judgeHost(makeFacts({ headers: { host } }), loopback)).toBeUndefined();
  });

  it.each(refused)('refuses the host "%s", which a page could have bound to this machine', (host) => {
    expect(judgeHost(makeFacts({ headers: { host } }), loopback)).toMatchObject({ code: 'forbidden_host' });
  });

  it('refuses two Hosts, equal ones too, and none', () => {
    for (const host of [['127.0.0.1:9000', 'evil.example'], ['127.0.0.1', '127.0.0.1'], []]) {
      expect(judgeHost(makeFacts({ headers: { host } }), loopback)).toMatchObject({ code: 'forbidden_host' });
    }
  });

  it.each(['http://evil.example/health', 'http://127.0.0.1:9000/health', '*', 'evil.example:80', ''])(
    'refuses the request target "%s", which is more or less than a path',
    (target) => {
      expect(judgeHost(makeFacts({ target }), loopback)).toMatchObject({ code: 'forbidden_host' });
    },
  );

  it('says which host it was, without control characters and not at any length', () => {
    const refusal = judgeHost(makeFacts({ headers: { host: `\u001B[2J${'x'.repeat(9000)}` } }), loopback);
    expect(refusal?.message).toContain(String.raw`\u001b[2Jxxx`);
    expect(refusal?.message.length).toBeLessThan(200);
  });
});

describe('a server that listens beyond loopback', () => {
  it.each([
    '192.168.1.7:9000',
    '10.0.0.1',
    '[2001:db8::5]:9000',
    '[::ffff:10.0.0.1]',
    'localhost',
    '0.0.0.0',
  ])('answers to "%s": no page can bind an address', (host) => {
    expect(judgeHost(makeFacts({ headers: { host } }), everywhere)).toBeUndefined();
  });

  it.each([
    'evil.example',
    '127.0.0.1.nip.io',
    '127.1',
    '2130706433',
    '0x7f.1',
    '[evil]',
    '256.1.1.1',
    'server',
  ])('still refuses "%s", which is a name or resolved like one', (host) => {
    expect(judgeHost(makeFacts({ headers: { host } }), everywhere)).toMatchObject({ code: 'forbidden_host' });
  });

  it('answers to the name it was told to listen on', () => {
    const rules = createHostRules('server.lan', []);
    expect(judgeHost(makeFacts({ headers: { host: 'Server.LAN:9000' } }), rules)).toBeUndefined();
  });

  it('answers to an IPv6 address however the setting is written', () => {
    for (const host of ['::1', '[::1]']) {
      const rules = createHostRules(host, []);
      expect(rules.anyAddress).toBe(false);
      expect(judgeHost(makeFacts({ headers: { host: '[::1]:9000' } }), rules)).toBeUndefined();
    }
  });
});

it.each(['*', '*.lan', 'http://server.lan', 'server.lan/', '', 'fe80::1%eth0', 'user@server.lan'])(
  'refuses to start with the name "%s", which no request could have',
  (name) => {
    expect(() => createHostRules('127.0.0.1', [name])).toThrow(JSON.stringify(name));
  },
);
