import { defineConfig } from 'vitest/config'

const SLOW = ['test/e2e/**', 'test/scenes/**', 'test/long/**']
const globalSetup = 'test/support/global-setup.ts'
const withPages = [globalSetup, 'test/support/build-pages.ts']

export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: 2,
    // Test files share what they import: to read the product anew for each took longer than many of them.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A busy machine may take its time.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{src,test,bench}/**/*.test.ts'], exclude: SLOW, globalSetup },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/{e2e,scenes}/**/*.test.ts'],
          globalSetup: withPages,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], globalSetup, testTimeout: 3_600_000 },
      },
    ],
  },
})
