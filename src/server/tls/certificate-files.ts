import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { codeOf, StartFailure } from '../start-failure.ts'

/** A certificate, with those that lead to its authority behind it, and its key; both in PEM. */
export type Pair = { cert: string; key: string }

/** Where the administrator keeps a pair. */
export type CertificateFiles = { certFile: string; keyFile: string }

/** Reads the administrator's certificate and key; what cannot be served is a StartFailure with reason and fix. */
export async function readCertificateFiles({ certFile, keyFile }: CertificateFiles, now: Date): Promise<Pair> {
  const pair = {
    cert: await readSetting('DOSSIER_TLS_CERT', certFile),
    key: await readSetting('DOSSIER_TLS_KEY', keyFile),
  }
  const certificate = certificateIn(pair.cert)
  if (!certificate)
    throw new StartFailure(
      `DOSSIER_TLS_CERT: ${certFile} holds no certificate in PEM form.`,
      'Name the file that begins with -----BEGIN CERTIFICATE-----, the certificate of this server first and those of its authorities behind it.',
    )
  const key = keyIn(pair.key)
  if (!key)
    throw new StartFailure(
      `DOSSIER_TLS_KEY: ${keyFile} holds no private key in PEM form, or one with a passphrase.`,
      'Name the file that begins with -----BEGIN PRIVATE KEY-----, with a key that needs no passphrase.',
    )
  if (!certificate.checkPrivateKey(key))
    throw new StartFailure(
      `The key ${keyFile} does not fit the certificate ${certFile}.`,
      'Set DOSSIER_TLS_CERT and DOSSIER_TLS_KEY to files made together; the certificate of this server stands first in its file.',
    )
  if (certificate.validToDate <= now)
    throw new StartFailure(
      `The certificate ${certFile} ended on ${dayOf(certificate.validToDate)}.`,
      'Put a renewed one in its place.',
    )
  if (certificate.validFromDate > now)
    throw new StartFailure(
      `The certificate ${certFile} begins on ${dayOf(certificate.validFromDate)} only.`,
      'Set the clock of this computer right, or use another certificate.',
    )
  return pair
}

/** Whether everybody on this computer may read the key; Windows keeps its rights elsewhere. */
export async function isReadByAll({ keyFile }: CertificateFiles): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(keyFile)).mode & 0o004) !== 0
}

/** The first certificate of a text. */
export function certificateIn(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

export function keyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

/** Whole days until a certificate ends. */
export function daysLeft({ validToDate }: X509Certificate, now: Date): number {
  return Math.floor((validToDate.getTime() - now.getTime()) / 86_400_000)
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

async function readSetting(setting: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new StartFailure(`${setting}: there is no file ${file}.`, 'Correct the path, or put the file there.')
    throw new StartFailure(
      `${setting}: ${file} cannot be read (${codeOf(error)}).`,
      'Let the user who starts Dossier read it.',
    )
  }
}
