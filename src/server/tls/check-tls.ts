import { type Env, isLoopback } from '../env.ts'
import { StartFailure } from '../start-failure.ts'
import { certificateIn, dayOf, daysLeft, type Pair, readCertificateFiles } from './certificate-files.ts'
import { readPair, tlsFolder } from './own-certificate.ts'

/** How people's requests cross the network. */
export type TlsState = { good: boolean; state: string; mend?: string }

type Settings = Pick<Env, 'tls' | 'host' | 'url' | 'dataDir'>

const fewDays = 14
/** Another one has to reach every computer by then. */
const fewDaysOfAuthority = 90

/** Looks at the certificate that is served, and makes none. */
export async function checkTls(env: Settings, now = new Date()): Promise<TlsState> {
  if (!env.tls) return plain(env)
  if (env.tls === 'own') {
    const folder = tlsFolder(env.dataDir)
    const pair = await readPair(folder, 'server')
    if (!pair) return { good: true, state: 'https: the next start makes a certificate of its own' }
    const authority = await readPair(folder, 'authority')
    const root = authority && certificateIn(authority.cert)
    if (root && daysLeft(root, now) < fewDaysOfAuthority)
      return {
        good: false,
        state: `https: the authority that computers trust ends on ${dayOf(root.validToDate)}`,
        mend: `Remove ${folder}, start again and give out the new authority.crt before that day.`,
      }
    const rest = root ? `, vouched for by ${folder}/authority.crt until ${dayOf(root.validToDate)}` : ''
    return stateOf(pair, { now, rest, mend: 'A running server renews it; start Dossier.' })
  }
  try {
    const pair = await readCertificateFiles(env.tls, now)
    return stateOf(pair, { now, rest: ` (${env.tls.certFile})`, mend: 'Renew it; a running server takes it up.' })
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    return { good: false, state: `https: ${error.reason}`, mend: error.fix }
  }
}

function stateOf({ cert }: Pair, { now, rest, mend }: { now: Date; rest: string; mend: string }): TlsState {
  const certificate = certificateIn(cert)
  const days = certificate ? daysLeft(certificate, now) : 0
  const names = certificate?.subjectAltName?.replace(/(DNS|IP Address):/g, '') ?? 'no names'
  const good = days >= fewDays
  return { good, state: `https: ${days} days left for ${names}${rest}`, mend: good ? undefined : mend }
}

function plain({ host, url }: Settings): TlsState {
  if (!isLoopback(host))
    return {
      good: false,
      state: `plain http beyond this computer: everybody on the network can read along (DOSSIER_HOST=${host})`,
      mend: 'Set DOSSIER_TLS=own or files of yours, or DOSSIER_HOST=127.0.0.1 where the proxy runs on this computer.',
    }
  if (url && new URL(url).protocol === 'http:' && !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, '')))
    return { good: false, state: `people type ${url}, which is not encrypted`, mend: 'Let the proxy speak https.' }
  return { good: true, state: url ? `https by the proxy at ${url}` : 'plain http, on this computer alone' }
}
