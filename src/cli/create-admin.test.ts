import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { createDatabase } from '#test/postgres'
import { testFolder } from '#test/test-folder'

const run = promisify(execFile)

it('makes the first account, and later gives it a new password, as its own help says', async () => {
  const database = await createDatabase()
  const folder = await testFolder()
  onTestFinished(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
  const createAdmin = async (password: string): Promise<string> => {
    const env = { ...process.env, DATABASE_URL: database.url, DOSSIER_DATA: folder, DOSSIER_ADMIN_PASSWORD: password }
    const command = [join(import.meta.dirname, 'create-admin.ts'), '--login', 'zhou']
    return (await run(process.execPath, command, { env })).stdout
  }
  expect(await createAdmin('ink-stone-and-brush')).toContain('sign in as zhou')
  expect(await createAdmin('brush-and-ink-stone')).toContain('zhou has a new password')
})
