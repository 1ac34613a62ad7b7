import { isAbsolute, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'
import { StartFailure } from './start-failure.ts'

const checkout = resolve(import.meta.dirname, '../..')

function failure(source: Record<string, string>): StartFailure {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof StartFailure) return error
  }
  throw new Error('The settings were accepted.')
}

describe('settings', () => {
  it('have a value each when nothing is set', () => {
    expect(readEnv({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: resolve(checkout, '.data'),
      checkpoints: resolve(checkout, '.data/checkpoints'),
      keysDir: resolve(checkout, '.data/keys'),
    })
  })

  it('are read from their names', () => {
    const env = readEnv({
      PORT: '9000',
      DOSSIER_HOST: '0.0.0.0',
      DOSSIER_DATA: '/srv/dossier',
      DATABASE_URL: 'postgres://li:secret@db:5432/dossier',
      DATABASE_DIRECT_URL: 'postgresql:///dossier?host=/run/postgresql',
      DOSSIER_URL: 'https://Dossier.example.com/',
      DOSSIER_CHECKPOINTS: '/mnt/second',
      DOSSIER_CHECKPOINT_COMMAND: 'logger -t dossier-trail',
      DOSSIER_ADMIN_LOGIN: 'zhang',
      DOSSIER_ADMIN_PASSWORD: 'secret',
      DOSSIER_KEYS: '/etc/dossier/keys',
    })
    expect(env).toEqual({
      port: 9000,
      host: '0.0.0.0',
      dataDir: '/srv/dossier',
      keysDir: '/etc/dossier/keys',
      databaseUrl: 'postgres://li:secret@db:5432/dossier',
      databaseDirectUrl: 'postgresql:///dossier?host=/run/postgresql',
      checkpoints: '/mnt/second',
      checkpointCommand: 'logger -t dossier-trail',
      url: 'https://dossier.example.com',
      admin: { login: 'zhang', password: 'secret' },
    })
  })

  it('count as absent when they are empty', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', DOSSIER_URL: '', DOSSIER_ADMIN_LOGIN: '' })).toEqual(readEnv({}))
  })

  it('take a relative data folder from the checkout, not from where the command was typed', () => {
    const { dataDir } = readEnv({ DOSSIER_DATA: 'elsewhere' })
    expect(isAbsolute(dataDir)).toBe(true)
    expect(dataDir).toBe(resolve(checkout, 'elsewhere'))
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://db/dossier'],
    ['DATABASE_URL', 'dossier'],
    ['DOSSIER_URL', 'dossier.example.com'],
    ['DOSSIER_URL', 'https://example.com/dossier'],
  ])('%s=%s is refused with its name, the reason and the fix', (name, value) => {
    const { reason, fix, message } = failure({ [name]: value })
    expect(reason).toContain(name)
    expect(fix).toMatch(/^(Use|Write) /)
    expect(message).toBe(`${reason} ${fix}`)
  })

  it('never repeat a password in the refusal', () => {
    expect(failure({ DATABASE_URL: 'postgress://li:hunter2@db/dossier' }).message).not.toContain('hunter2')
  })

  it('need the first login and its password together', () => {
    expect(failure({ DOSSIER_ADMIN_LOGIN: 'zhang' }).reason).toContain('DOSSIER_ADMIN_PASSWORD is not')
    expect(failure({ DOSSIER_ADMIN_PASSWORD: 'secret' }).reason).toContain('DOSSIER_ADMIN_LOGIN is not')
  })

  it('need a database beside the direct address of one', () => {
    expect(failure({ DATABASE_DIRECT_URL: 'postgres://db/dossier' }).fix).toBe('Set both, or neither.')
  })
})
