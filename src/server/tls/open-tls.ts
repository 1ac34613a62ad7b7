import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Env } from '../env.ts'
import { isReadByAll, type Pair, readCertificateFiles } from './certificate-files.ts'
import { machineNames } from './machine-names.ts'
import { ownCertificate, tlsFolder } from './own-certificate.ts'
import { makeSecureServer, type SecureOptions, type SecureServer } from './secure-server.ts'

const lookMs = 10 * 60_000

export type Tls = {
  makeServer(handler: RequestListener, options: SecureOptions): Server
  /** Takes a certificate that was put in the place of the former one, or makes the next one; done by itself while it runs. */
  lookAgain(): Promise<void>
  close(): void
}

type TlsSettings = {
  env: Pick<Env, 'tls' | 'host' | 'url' | 'dataDir'>
  say(line: string): void
  now?(): Date
}

/** The certificate that the settings ask for, kept fresh; nothing where the server speaks plain http. */
export async function openTls({ env, say, now = () => new Date() }: TlsSettings): Promise<Tls | undefined> {
  const { tls } = env
  if (!tls) return undefined
  const told = new Set<string>()
  const sayOnce = (line: string): void => {
    if (!told.has(line)) say(line)
    told.add(line)
  }
  const read = (): Promise<Pair> =>
    tls === 'own'
      ? ownCertificate({ folder: tlsFolder(env.dataDir), names: machineNames(env), say: sayOnce }, now())
      : readCertificateFiles(tls, now())
  let pair = await read()
  if (tls !== 'own' && (await isReadByAll(tls)))
    say(`WARNING: every user of this computer can read ${tls.keyFile}; take that right away: chmod o= ${tls.keyFile}`)
  let secure: SecureServer | undefined
  let trouble = ''
  const lookAgain = async (): Promise<void> => {
    try {
      const next = await read()
      trouble = ''
      if (next.cert === pair.cert && next.key === pair.key) return
      pair = next
      secure?.use(pair)
      say('serves the new certificate')
    } catch (error) {
      // The certificate may be replaced, and its key not yet; what lasts is told once.
      const { message } = error instanceof Error ? error : new Error(String(error))
      if (message !== trouble) say(`the certificate was not renewed, the former one is served on. ${message}`)
      trouble = message
    }
  }
  const looks = setInterval(() => void lookAgain(), lookMs).unref()
  return {
    makeServer: (handler, options) => {
      secure = makeSecureServer(pair, options, handler)
      return secure.server
    },
    lookAgain,
    close: () => clearInterval(looks),
  }
}
