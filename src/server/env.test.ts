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
      DOSSIER_TLS_CERT: '/etc/dossier/site.crt',
      DOSSIER_TLS_KEY: '/etc/dossier/site.key',
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
      tls: { certFile: '/etc/dossier/site.crt', keyFile: '/etc/dossier/site.key' },
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

  it.each([
    ['nothing', {}, undefined],
    ['this computer by its name', { DOSSIER_HOST: 'localhost' }, undefined],
    ['this computer by IPv6', { DOSSIER_HOST: '::1' }, undefined],
    ['all networks', { DOSSIER_HOST: '0.0.0.0' }, 'own'],
    ['one address', { DOSSIER_HOST: '10.1.2.3' }, 'own'],
    ['a name', { DOSSIER_HOST: 'office' }, 'own'],
    ['all networks, behind a proxy', { DOSSIER_HOST: '0.0.0.0', DOSSIER_PROXIES: '10.0.0.2' }, undefined],
    ['all networks, at an address', { DOSSIER_HOST: '0.0.0.0', DOSSIER_URL: 'https://a.example' }, undefined],
    ['off', { DOSSIER_HOST: '0.0.0.0', DOSSIER_TLS: 'off' }, undefined],
    ['own', { DOSSIER_TLS: 'own', DOSSIER_URL: 'https://a.example' }, 'own'],
    [
      'files',
      { DOSSIER_TLS_CERT: '/etc/a.crt', DOSSIER_TLS_KEY: '/etc/a.key' },
      { certFile: '/etc/a.crt', keyFile: '/etc/a.key' },
    ],
  ])('choose https or not by themselves: %s', (_, source, tls) => {
    expect(readEnv(source).tls).toEqual(tls)
  })

  it.each([
    [{ DOSSIER_TLS: 'yes' }, 'DOSSIER_TLS is neither own nor off. Use own'],
    [{ DOSSIER_TLS_CERT: 'a' }, 'DOSSIER_TLS_CERT is set, but DOSSIER_TLS_KEY is not. Set both'],
    [{ DOSSIER_TLS_KEY: 'a' }, 'DOSSIER_TLS_KEY is set, but DOSSIER_TLS_CERT is not. Set both'],
    [{ DOSSIER_TLS: 'off', DOSSIER_TLS_CERT: 'a', DOSSIER_TLS_KEY: 'b' }, 'DOSSIER_TLS=off is set beside'],
    [{ DOSSIER_TLS: 'own', DOSSIER_URL: 'http://a.example' }, 'DOSSIER_URL begins with http:, but'],
  ])('that contradict each other about https are refused: %s', (source, sentence) => {
    expect(failure(source).message).toContain(sentence)
  })
})
