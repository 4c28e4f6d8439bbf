import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { architecture } from './tests/guards/architecture.js'

const pureFolders = ['locales', 'surveys', 'analytics', 'views'].map(folder => `${folder}/**/*.ts`)

export default defineConfig(
  globalIgnores(['node_modules/', '.data/', 'server/database/migrations/']),
  js.configs.recommended,
  tseslint.configs.strict,
  {
    plugins: { house: architecture },
    rules: {
      'house/doors': 'error',
      'house/pure': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error'
    }
  },
  {
    files: pureFolders,
    ignores: ['views/browser/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'crypto',
        'Buffer',
        'performance',
        // What has all of them as members.
        'globalThis',
        'global',
        'window',
        'self'
      ]
    }
  },
  {
    // A cast would walk through the wall before outputs: brands are given by the functions that earn them.
    files: [...pureFolders, 'server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] }
  },
  {
    // What a person reads on a terminal is written by these; tools configured by files want default exports.
    files: [
      'server/cli/**',
      'server/main.ts',
      'tests/attack/run.ts',
      'tests/benchmarks/**',
      'tests/oracles/**',
      'tests/screens.ts',
      'tests/support/**'
    ],
    rules: { 'no-console': 'off' }
  },
  {
    files: ['*.config.{js,ts}', 'tests/support/global-setup.ts'],
    rules: { 'no-restricted-exports': 'off' }
  },
  {
    // Expecting one kind of answer and reading another is how a test fails; `!` and casts say so briefly there.
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly', URL: 'readonly' } } }
)
