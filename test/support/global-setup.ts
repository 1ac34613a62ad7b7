import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { startDatabase } from '../../src/server/postgres/index.ts'
import { dropTestDatabases } from './postgres.ts'
import { clearKilledRuns, testFolder } from './test-folder.ts'

// Test data may die with a power cut, so nothing waits for the disk, and nothing is kept for replicas.
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

/** One PostgreSQL for the whole run: the embedded one, or the one that DOSSIER_TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `test_${process.pid}_${Date.now().toString(36)}`
  const given = process.env.DOSSIER_TEST_DATABASE_URL
  if (given) {
    project.provide('testServer', { url: given, run })
    return () => dropTestDatabases(given, run)
  }
  await clearKilledRuns()
  const dataDir = await testFolder()
  const database = await startDatabase({ dataDir, report: () => undefined, settings: FAST })
  project.provide('testServer', { url: database.url, run })
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
