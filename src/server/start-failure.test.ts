import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#kernel'
import { createDatabase, type TestDatabase } from '#test/postgres'
import { asAppError, problemOf } from './http/problem.ts'
import { asStartFailure } from './start-failure.ts'

let made: TestDatabase
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  made = await createDatabase()
  database = openDatabase(made.url, { max: 1, name: 'test' })
})
afterAll(async () => {
  await database.end()
  await made.drop()
})

describe('a disk that PostgreSQL finds full', () => {
  async function refusal(): Promise<unknown> {
    return await database.text(`do $$ begin raise exception 'No space left' using errcode = '53100'; end $$`).then(
      () => undefined,
      (error: unknown) => error,
    )
  }

  it('ends a start with the reason and the fix, also when it was a migration that met it', async () => {
    const failure = asStartFailure(new Error('Migration failed', { cause: await refusal() }), '/data')
    expect(failure).toMatchObject({ message: 'The disk that holds /data is full. Free some space and start again.' })
  })

  it('refuses a request with a sentence that names it', async () => {
    const problem = problemOf(asAppError(await refusal()), 'en', '1')
    expect(problem).toMatchObject({ status: 503, code: 'server.disk_full' })
    expect(problem.title).toContain('disk is full')
  })

  it('is not what any other refusal means', async () => {
    const error = await database.text('select 1/0').catch((thrown: unknown) => thrown)
    expect(problemOf(asAppError(error), 'en', '1').code).toBe('server.unexpected')
    expect(asStartFailure(error, '/data')).toBe(error)
  })
})
