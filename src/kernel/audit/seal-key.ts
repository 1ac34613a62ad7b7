import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** Ed25519: the sealer alone holds the private half; whoever checks brings the public one. */
export type SigningKey = { id: string; publicKey: PublicKey; sign(text: string): Buffer }
export type PublicKey = { id: string; raw: Buffer; pem: string; verifies(text: string, signature: Buffer): boolean }

export function signingKeyOf(secret: KeyObject): SigningKey {
  const publicKey = publicKeyOf(createPublicKey(secret))
  return { id: publicKey.id, publicKey, sign: (text) => sign(null, Buffer.from(text), secret) }
}

/** A public key from the text of its PEM file. */
export function parsePublicKey(pem: string): PublicKey {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key')
  return publicKeyOf(key)
}

/** A public key from its 32 bytes. */
export function publicKeyOfBytes(raw: Buffer): PublicKey {
  const key = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
  return publicKeyOf(createPublicKey({ key, format: 'jwk' }))
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
