import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDatabase, createTemplate } from '#test/postgres'
import { withClient } from '../../src/server/postgres/with-client.ts'

const tables = (url: string) =>
  withClient(url, (client) => client.query("SELECT FROM pg_tables WHERE schemaname = 'public'"))

describe('databases for tests', () => {
  it('are empty, and gone when dropped', async () => {
    const { url, drop } = await createDatabase()
    expect((await tables(url)).rowCount).toBe(0)
    await drop()
    await expect(tables(url)).rejects.toMatchObject({ code: '3D000' })
  })

  it('are copies of a template that was prepared once, whoever asks', async () => {
    let prepared = 0
    const prepare = async ({ url, folder }: { url: string; folder: string }) => {
      prepared++
      await withClient(url, (client) => client.query('CREATE TABLE sample (n int)'))
      await writeFile(join(folder, 'beside.txt'), 'a file')
      return { tables: 1 }
    }
    const templates = await Promise.all(Array.from({ length: 5 }, () => createTemplate('sample', prepare)))
    expect(prepared).toBe(1)
    for (const { made, folder } of templates) {
      expect(made).toEqual({ tables: 1 })
      expect(await readdir(folder)).toEqual(['beside.txt'])
    }
    const { url, drop } = await createDatabase(templates[0]?.database)
    expect((await tables(url)).rowCount).toBe(1)
    await drop()
  })
})
