import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

/** What a folder may not import; a later block replaces a rule's options, so each folder repeats its whole list. */
function forbid(paths: string[], ...patterns: string[]): Linter.RulesRecord {
  const groups = patterns.map((pattern) =>
    pattern === extension ? { regex: extension } : { group: [pattern] },
  );
  return { 'no-restricted-imports': ['error', { paths, patterns: groups }] };
}

/** The extension, without its messages, which the server's pages say too. */
const extension = '/extension/(?!public/_locales/)';

const nodeOnly = [
  ...['node:*', 'express', 'ollama', 'undici', 'pino', 'prom-client', 'commander'],
  ...['@browsermt/*', 'eld', 'eld/*', 'sentencex-wasm', 'parse5', 'ioredis'],
];

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'server/models', 'test/fixtures'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { unicorn },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 2],
      'max-params': ['error', 3],
      complexity: ['error', 10],
      'no-console': 'error',
      'unicorn/filename-case': ['error', { case: 'kebabCase' }],
      'unicorn/no-abusive-eslint-disable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['shared/**'],
    rules: forbid(
      ['zod'],
      ...nodeOnly,

      'webextension-polyfill',
      '**/server/**',
      extension,
      '**/test/**',
      '**/scripts/**',
    ),
  },
  {
    files: ['server/**'],
    rules: forbid([], 'webextension-polyfill', extension, '**/test/**', '**/scripts/**'),
  },
  {
    files: ['server/pages/**'],
    rules: forbid(
      ['zod'],
      ...nodeOnly,

      'webextension-polyfill',
      extension,
      '**/test/**',
      '**/scripts/**',
    ),
  },
  {
    files: ['extension/**'],
    rules: forbid(['zod'], ...nodeOnly, '**/server/**', '**/test/**', '**/scripts/**'),
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off', ...forbid([], '**/test/**') } },
  // A row of a test table arrives as so many parameters.
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off', 'max-params': 'off' } },
  { files: ['*.config.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
);
