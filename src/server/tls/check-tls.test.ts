import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { testFolder } from '#test/test-folder'
import { makeAuthority, makeServerCertificate } from './authority.ts'
import { checkTls } from './check-tls.ts'
import { ownCertificate, tlsFolder } from './own-certificate.ts'

const dayMs = 86_400_000
const now = new Date()
const names = ['localhost', '127.0.0.1']

async function dataFolder(): Promise<string> {
  const folder = await testFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('what the doctor says of https', () => {
  it.each([
    [{ host: '127.0.0.1' }, true, 'plain http, on this computer alone'],
    [{ host: '127.0.0.1', url: 'https://a.example' }, true, 'https by the proxy at https://a.example'],
    [{ host: '127.0.0.1', url: 'http://a.example' }, false, 'people type http://a.example, which is not encrypted'],
    [{ host: '0.0.0.0', url: 'https://a.example' }, false, 'plain http beyond this computer'],
    [{ host: '10.1.2.3' }, false, 'plain http beyond this computer'],
  ])('of plain http: %o', async (env, good, state) => {
    expect(await checkTls({ dataDir: '/nowhere', ...env }, now)).toMatchObject({
      good,
      state: expect.stringContaining(state),
    })
  })

  it('of an own certificate: its names, its days, and that too few are left', async () => {
    const dataDir = await dataFolder()
    const env = { host: '0.0.0.0', tls: 'own', dataDir } as const
    expect(await checkTls(env, now)).toMatchObject({ good: true, state: expect.stringContaining('the next start') })
    await ownCertificate({ folder: tlsFolder(dataDir), names, say: () => undefined }, now)
    expect(await checkTls(env, now)).toMatchObject({
      good: true,
      state: expect.stringMatching(/^https: 39[56] days left for localhost, 127\.0\.0\.1, vouched for by \S+ until 20/),
    })
    const late = new Date(now.getTime() + 385 * dayMs)
    expect(await checkTls(env, late)).toMatchObject({ good: false, mend: expect.stringContaining('start Dossier') })
    const lastMonths = new Date(now.getTime() + 3600 * dayMs)
    expect(await checkTls(env, lastMonths)).toMatchObject({
      good: false,
      mend: expect.stringMatching(/^Remove .*tls, start/),
    })
  })

  it('of files: their days, and what is wrong with them', async () => {
    const folder = await dataFolder()
    const tls = { certFile: join(folder, 'site.crt'), keyFile: join(folder, 'site.key') }
    const env = { host: '0.0.0.0', tls, dataDir: folder }
    expect(await checkTls(env, now)).toMatchObject({ good: false, state: expect.stringContaining('there is no file') })
    const { cert, key } = await makeServerCertificate(await makeAuthority('office', names, now), names, now)
    await writeFile(tls.certFile, cert)
    await writeFile(tls.keyFile, key)
    expect(await checkTls(env, now)).toMatchObject({ good: true })
    const late = new Date(now.getTime() + 385 * dayMs)
    expect(await checkTls(env, late)).toMatchObject({ good: false, mend: expect.stringContaining('Renew') })
  })
})
