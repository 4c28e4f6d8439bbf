import { defineConfig } from 'vitest/config'

const testsOf = (...folders: readonly string[]) => folders.map(folder => `tests/${folder}/**/*.test.ts`)

/** Code that does nothing but compute. */
const pure = testsOf('surveys', 'analytics', 'views', 'locales')
const house = testsOf('server', 'stories', 'guards')
const globalSetup = ['tests/support/global-setup.ts']

// Loading the house takes longer than most test files, so those that leave nothing behind share processes that have
// loaded it once. Attacks have one each.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A busy machine makes a test slow, never wrong.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'house', include: house, isolate: false, globalSetup } },
      {
        extends: true,
        test: {
          name: 'attacks',
          include: ['tests/**/*.test.ts'],
          exclude: [...pure, ...house],
          globalSetup
        }
      }
    ]
  }
})
