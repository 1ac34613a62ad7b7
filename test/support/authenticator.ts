import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a dishonest device or page does otherwise. */
export type Deviation = {
  origin?: string
  rp?: string
  type?: string
  counter?: number
  /** Whether the device has seen its owner; true unless it says otherwise. */
  verified?: boolean
  challenge?: string
  handle?: string
}

type MakeOptions = { challenge: string; user: { id: string } }
type UseOptions = { challenge: string }

/** A device with one passkey, in software: it signs with a real key, and whatever it is told to. */
export type Authenticator = {
  credential: string
  make(options: MakeOptions, deviation?: Deviation): RegistrationResponseJSON
  use(options: UseOptions, deviation?: Deviation): AuthenticationResponseJSON
  /** The same device once more, with what it holds now. */
  copy(): Authenticator
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

type State = { key: KeyObject; jwk: { x?: string; y?: string }; id: Buffer; handle: string; counter: number }

export function openAuthenticator(address: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return deviceWith(address, {
    key: privateKey,
    jwk: publicKey.export({ format: 'jwk' }),
    id: randomBytes(32),
    handle: '',
    counter: 0,
  })
}

function deviceWith(address: string, state: State): Authenticator {
  const { origin, hostname } = new URL(address)
  const clientData = (type: string, challenge: string, deviation: Deviation): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: deviation.type ?? type,
        challenge: deviation.challenge ?? challenge,
        origin: deviation.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const head = (deviation: Deviation, flags: number): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(deviation.counter ?? state.counter)
    const seen = (deviation.verified ?? true) ? 0x04 : 0
    return Buffer.concat([sha256(deviation.rp ?? hostname), Buffer.from([flags | 0x01 | seen]), counter])
  }
  return {
    credential: base64url(state.id),
    make: ({ challenge, user }, deviation = {}) => {
      state.handle = user.id
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytesOf(state.jwk.x)],
        [-3, bytesOf(state.jwk.y)],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(state.id.length)
      const authData = Buffer.concat([head(deviation, 0x40), Buffer.alloc(16), length, state.id, isoCBOR.encode(key)])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      )
      const id = base64url(state.id)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, deviation)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      }
    },
    use: ({ challenge }, deviation = {}) => {
      state.counter++
      const data = clientData('webauthn.get', challenge, deviation)
      const authData = head(deviation, 0)
      const id = base64url(state.id)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authData),
          signature: base64url(sign('sha256', Buffer.concat([authData, sha256(data)]), state.key)),
          userHandle: deviation.handle ?? state.handle,
        },
      }
    },
    copy: () => deviceWith(address, { ...state }),
  }
}

const bytesOf = (text = ''): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
