import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const SLOW = ['test/e2e/**', 'test/pages/**', 'test/scenes/**']
const globalSetup = 'test/support/global-setup.ts'
const withPages = [globalSetup, 'test/support/build-pages.ts']

/** Rooms whose files take longest. */
const LONG_ROOMS = /\/(bench|test\/(scenes|backup|kill|outlets|matrix|crypto))\//

/** What takes longest begins first, so that no worker goes on alone at the end; on a new machine nothing else tells. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG_ROOMS.test(moduleId)
    return (await super.sort(files)).sort((one, other) => Number(isLong(other)) - Number(isLong(one)))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    environment: 'node',
    maxWorkers: 2,
    // Test files share what they import: to read the product anew for each took longer than many of them.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 180_000,
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
          include: ['test/{e2e,pages,scenes}/**/*.test.ts'],
          globalSetup: withPages,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
