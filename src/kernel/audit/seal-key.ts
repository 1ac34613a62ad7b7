import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Ed25519: the sealer alone holds the private half; whoever checks brings the public one. */
export type SigningKey = { id: string; publicKey: PublicKey; sign(text: string): Buffer }
export type PublicKey = { id: string; raw: Buffer; pem: string; verifies(text: string, signature: Buffer): boolean }

const secretFile = 'trail-signing.key'
const publicFile = 'trail-signing.pub'

/** Makes the key of the seals at the first start, and writes its public half beside it for whoever checks. */
export async function ensureSigningKey(folder: string): Promise<{ secret: string; publicKey: PublicKey }> {
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const file = join(folder, secretFile)
  // A key that is there and cannot be read must never be replaced by another.
  if (!existsSync(file)) await makeKey(file)
  const { publicKey } = await readSigningKey(folder)
  await writeFile(join(folder, publicFile), publicKey.pem, { mode: 0o644 })
  return { secret: file, publicKey }
}

export async function readSigningKey(folder: string): Promise<SigningKey> {
  const secret = createPrivateKey(await readFile(join(folder, secretFile), 'utf8'))
  const publicKey = publicKeyOf(createPublicKey(secret))
  return { id: publicKey.id, publicKey, sign: (text) => sign(null, Buffer.from(text), secret) }
}

async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeFile(`${file}.making`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  await rename(`${file}.making`, file)
}

/** The public half of this machine's key. */
export async function ownPublicKey(folder: string): Promise<PublicKey> {
  return parsePublicKey(await readFile(join(folder, publicFile), 'utf8'))
}

/** A public key from the text of its PEM file. */
export function parsePublicKey(pem: string): PublicKey {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key')
  return publicKeyOf(key)
}

function publicKeyOf(key: KeyObject): PublicKey {
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    raw,
    id: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    pem: String(key.export({ type: 'spki', format: 'pem' })),
    verifies: (text, signature) => verify(null, Buffer.from(text), key, signature),
  }
}
