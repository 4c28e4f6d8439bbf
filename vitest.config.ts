import { defineConfig } from 'vitest/config'

/** Folders of code that does nothing but compute: their tests leave nothing behind for the next. */
const pure = ['surveys', 'analytics', 'views', 'locales'].map(folder => `tests/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A busy machine makes a test slow, never wrong.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    projects: [
      // Loading the house takes longer than most of these files: they share a process that has loaded it once.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['tests/support/global-setup.ts']
        }
      }
    ]
  }
})
