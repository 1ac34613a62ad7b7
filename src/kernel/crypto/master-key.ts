import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { NotSealedHere } from './cipher.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

/**
 * The pair at the top. It wraps the few keys of the levels and nothing else, so that what holds it may be slow:
 * a file here, a KMS or a PKCS#11 device behind the same two words.
 */
export type MasterKey = {
  /** Hash of the public half: names the pair without giving anything away. */
  fingerprint: string
  algorithm: string
  wrap(key: KeyObject, meaning: string): Promise<Buffer>
  unwrap(wrapped: Buffer, meaning: string): Promise<KeyObject>
}

const algorithm = 'X25519, HKDF-SHA256, AES-256-GCM'
const pointLength = 32
/** What precedes the 32 bytes of a private or public X25519 key in DER (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')

/** 32 random bytes are an X25519 private key. */
export function makeMasterSecret(): Buffer {
  const { privateKey } = generateKeyPairSync('x25519')
  return privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(privateHead.length)
}

/** A pair from its 32 secret bytes. Each wrapping has a pair of its own that is forgotten at once. */
export function masterOf(secret: Buffer): MasterKey {
  const own = createPrivateKey({ key: Buffer.concat([privateHead, secret]), format: 'der', type: 'pkcs8' })
  const point = pointOf(createPublicKey(own))
  return {
    fingerprint: createHash('sha256').update(point).digest('hex').slice(0, 32),
    algorithm,
    wrap: async (key, meaning) => {
      const once = generateKeyPairSync('x25519')
      const oncePoint = pointOf(once.publicKey)
      const under = agreed(once.privateKey, createPublicKey(own), [oncePoint, point])
      return Buffer.concat([oncePoint, wrapKey(key, under, meaning)])
    },
    unwrap: async (wrapped, meaning) => {
      if (wrapped.length <= pointLength) throw new NotSealedHere()
      const oncePoint = wrapped.subarray(0, pointLength)
      const under = agreed(own, publicOf(oncePoint), [oncePoint, point])
      return unwrapKey(wrapped.subarray(pointLength), under, meaning)
    },
  }
}

function agreed(privateKey: KeyObject, publicKey: KeyObject, points: readonly Buffer[]): KeyObject {
  const shared = diffieHellman({ privateKey, publicKey })
  return createSecretKey(Buffer.from(hkdfSync('sha256', shared, Buffer.concat(points), 'dossier level key', 32)))
}

function pointOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(publicHead.length)
}

function publicOf(point: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicHead, point]), format: 'der', type: 'spki' })
}
