import type { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf, StartFailure } from '../start-failure.ts'
import { makeAuthority, makeServerCertificate, mayVouch } from './authority.ts'
import { certificateIn, dayOf, daysLeft, keyIn, type Pair } from './certificate-files.ts'

/** A certificate with fewer days than these is renewed. */
const renewedBelow = 30

export type OwnSettings = { folder: string; names: readonly string[]; say(line: string): void }

export function tlsFolder(dataDir: string): string {
  return join(dataDir, 'tls')
}

/** The certificate that the house gives itself: made at the first use, and again before it ends or when names have come. */
export async function ownCertificate({ folder, names, say }: OwnSettings, now: Date): Promise<Pair> {
  const authority = (await knownAuthority(folder, now)) ?? (await newAuthority({ folder, names, say }, now))
  const vouched = names.filter((name) => mayVouch(authority, name))
  const rest = names.filter((name) => !vouched.includes(name))
  if (rest.length)
    say(
      `its authority may not vouch for ${rest.join(', ')}; where people use that, remove ${folder}, start again and give out the new authority.crt`,
    )
  const known = await readPair(folder, 'server')
  if (known && isGood(known, { authority, names: vouched, now })) return known
  const made = await makeServerCertificate(authority, vouched, now)
  await writePair(folder, 'server', made)
  say(`has a new certificate for ${vouched.join(', ')}`)
  return made
}

/** What stands in a folder under a name, where certificate and key are there and fit. */
export async function readPair(folder: string, name: 'authority' | 'server'): Promise<Pair | undefined> {
  const [cert, key] = await Promise.all([textOf(join(folder, `${name}.crt`)), textOf(join(folder, `${name}.key`))])
  if (cert === undefined || key === undefined) return undefined
  const secret = keyIn(key)
  return secret && certificateIn(cert)?.checkPrivateKey(secret) ? { cert, key } : undefined
}

async function knownAuthority(folder: string, now: Date): Promise<Pair | undefined> {
  const pair = await readPair(folder, 'authority')
  const certificate = pair && certificateIn(pair.cert)
  if (certificate && daysLeft(certificate, now) >= renewedBelow) return pair
  // People trust the one that is there: another one in its place is for them to decide, not for a file that went missing.
  if (!certificate && (await textOf(join(folder, 'authority.crt'))) !== undefined)
    throw new StartFailure(
      `The authority's key ${join(folder, 'authority.key')} is missing or does not fit authority.crt.`,
      `Put it back, or remove ${folder} and give out the new authority.crt.`,
    )
  return undefined
}

async function newAuthority({ folder, names, say }: OwnSettings, now: Date): Promise<Pair> {
  await mkdir(folder, { recursive: true })
  const authority = await makeAuthority(hostname(), names, now)
  await writePair(folder, 'authority', authority)
  const certificate = certificateIn(authority.cert)
  say(`made an authority for https: have the company's computers trust ${join(folder, 'authority.crt')}`)
  if (certificate)
    say(`its SHA-256 fingerprint is ${certificate.fingerprint256}, its last day ${dayOf(certificate.validToDate)}`)
  return authority
}

type Wanted = { authority: Pair; names: readonly string[]; now: Date }

function isGood({ cert }: Pair, { authority, names, now }: Wanted): boolean {
  const certificate = certificateIn(cert)
  const issuer = certificateIn(authority.cert)
  return (
    certificate !== undefined &&
    issuer !== undefined &&
    certificate.verify(issuer.publicKey) &&
    daysLeft(certificate, now) >= renewedBelow &&
    certificate.validFromDate <= now &&
    names.every((name) => covers(certificate, name))
  )
}

function covers(certificate: X509Certificate, name: string): boolean {
  return (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name, { subject: 'never' })) !== undefined
}

/** Whole or not at all, the key first: a certificate without its key would be taken for a loss. */
async function writePair(folder: string, name: string, { cert, key }: Pair): Promise<void> {
  for (const [end, text, mode] of [
    ['key', key, 0o600],
    ['crt', cert, 0o644],
  ] as const) {
    const file = join(folder, `${name}.${end}`)
    await writeFile(`${file}.making`, text, { mode })
    await rename(`${file}.making`, file)
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
