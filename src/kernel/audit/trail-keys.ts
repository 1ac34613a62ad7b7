import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyProblem } from '../crypto/key-problem.ts'
import { type PublicKey, parsePublicKey, type SigningKey, signingKeyOf } from './seal-key.ts'
import { vouchFor } from './succession.ts'

const secretFile = 'trail-signing.key'
const publicFile = 'trail-signing.pub'
const wordsFile = 'trail-signing.words'

/**
 * Where the keys of the seals are: a folder of their own in that of the keys, as another system user reads the secret in it,
 * who must not read the key file.
 */
export function trailKeysIn(keysDir: string): string {
  return join(keysDir, 'trail')
}

/**
 * Makes the key of the seals at the first start, and writes its public half beside it for whoever checks. `former`: the
 * folder in which older versions kept it, whatever the setting said.
 */
export async function ensureSigningKey(
  folder: string,
  former?: string,
): Promise<{ secret: string; publicKey: PublicKey }> {
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const file = join(folder, secretFile)
  if (former && !existsSync(file)) await adopt(join(former, secretFile), file)
  // A key that is there and cannot be read must never be replaced by another.
  if (!existsSync(file)) await rename(await makeKey(file), file)
  const { publicKey } = await readSigningKey(folder)
  await write(join(folder, publicFile), publicKey.pem, 0o644)
  if (former) for (const name of [secretFile, publicFile]) await rm(join(former, name), { force: true })
  return { secret: file, publicKey }
}

async function adopt(from: string, file: string): Promise<void> {
  if (!existsSync(from)) return
  await write(`${file}.making`, await readFile(from, 'utf8'), 0o600)
  await rename(`${file}.making`, file)
}

export async function readSigningKey(folder: string): Promise<SigningKey> {
  return readSecret(join(folder, secretFile))
}

/** The system user to whom the secret was given, and who therefore seals; undefined = there is none yet. */
export async function signingKeyHolder(folder: string): Promise<number | undefined> {
  return (await stat(join(folder, secretFile)).catch(() => undefined))?.uid
}

async function readSecret(file: string): Promise<SigningKey> {
  return signingKeyOf(createPrivateKey(await readFile(file, 'utf8')))
}

async function makeKey(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await write(`${file}.making`, String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 0o600)
  return `${file}.making`
}

/**
 * Another key for the seals, for which the present one vouches before it is gone for good. The sealer begins with it at its
 * next start. After a kill at any point there is one key, and what the other vouched for is nobody's.
 */
export async function renewSigningKey(folder: string, at: Date): Promise<{ before: PublicKey; now: PublicKey }> {
  const file = join(folder, secretFile)
  if (!existsSync(file))
    throw new KeyProblem(
      `There is no signing key in ${folder}.`,
      'Set DOSSIER_KEYS to the folder with the keys; the first start makes one.',
    )
  const { uid, gid } = await stat(file)
  const old = await readSecret(file)
  const making = await makeKey(file)
  await chown(making, uid, gid)
  const next = await readSecret(making)
  await write(join(folder, `trail-signing-${old.id}.pub`), old.publicKey.pem, 0o644)
  await appendFile(join(folder, wordsFile), `${vouchFor(old, next.publicKey, at)}\n`, { mode: 0o644, flush: true })
  await rename(making, file)
  await write(join(folder, publicFile), next.publicKey.pem, 0o644)
  return { before: old.publicKey, now: next.publicKey }
}

/** What the keys of this folder vouched for; empty where there was never another one. */
export async function readWords(folder: string): Promise<string> {
  return readFile(join(folder, wordsFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/** The public half of this machine's key. */
export async function ownPublicKey(folder: string): Promise<PublicKey> {
  return parsePublicKey(await readFile(join(folder, publicFile), 'utf8'))
}

/** The public halves of this machine's key and of those before it. */
export async function readPublicKeys(folder: string): Promise<PublicKey[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pub'))
  return Promise.all(names.map(async (name) => parsePublicKey(await readFile(join(folder, name), 'utf8'))))
}

function write(file: string, text: string, mode: number): Promise<void> {
  return writeFile(file, text, { mode, flush: true })
}
