import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../../src/server/postgres/index.ts'
import { dropTestDatabases } from './postgres.ts'
import { QUICK_SERVER } from './quick-server.ts'
import { clearKilledRuns, quickFolder } from './test-folder.ts'

/** One PostgreSQL for the whole run: the embedded one, or the one that DOSSIER_TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `test_${process.pid}_${Date.now().toString(36)}`
  await clearKilledRuns()
  const folder = await quickFolder()
  const clear = () => rm(folder, { recursive: true, force: true })
  const given = process.env.DOSSIER_TEST_DATABASE_URL
  if (given) {
    project.provide('testServer', { url: given, run, folder })
    return () => dropTestDatabases(given, run).finally(clear)
  }
  const database = await startDatabase({ dataDir: folder, report: () => undefined, settings: QUICK_SERVER })
  project.provide('testServer', { url: database.url, run, folder })
  return () => database.stop().finally(clear)
}
