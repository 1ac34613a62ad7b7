import { createHash } from 'node:crypto'
import type { PublicKey, SigningKey } from './seal-key.ts'

/** The state of the tree of seals, signed, in the form of C2SP tlog-checkpoint: what a second place keeps. */
export type Checkpoint = {
  origin: string
  size: number
  root: Buffer
  at: string
  text: string
  signatures: string[]
  note: string
}

/** The name of a log: where it began. */
export function originOf(firstSeal: Buffer): string {
  return `dossier/trail/${firstSeal.toString('hex').slice(0, 16)}`
}

export function makeCheckpoint(
  key: SigningKey,
  { origin, size, root, at }: { origin: string; size: number; root: Buffer; at: string },
): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\nat ${at}\n`
  const signature = Buffer.concat([noteKeyId(origin, key.publicKey), key.sign(text)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

const note = /^([^\s]+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n((?:— [^\n]+\n)+)/gm

/** Every checkpoint of a file, in its order. */
export function parseCheckpoints(file: string): Checkpoint[] {
  return [...file.matchAll(note)].map(
    ([whole, origin = '', size = '', root = '', extensions = '', signatures = '']) => ({
      origin,
      size: Number(size),
      root: Buffer.from(root, 'base64'),
      at: /^at (.+)$/m.exec(extensions)?.[1] ?? '',
      text: `${origin}\n${size}\n${root}\n${extensions}`,
      signatures: signatures.trimEnd().split('\n'),
      note: whole,
    }),
  )
}

/** Whether one of these keys signed the checkpoint; signatures of others beside it do no harm. */
export function signedBy({ text, origin, signatures }: Checkpoint, keys: readonly PublicKey[]): boolean {
  return signatures.some((line) => {
    const [, name, encoded = ''] = line.split(' ')
    const bytes = Buffer.from(encoded, 'base64')
    return (
      name === origin &&
      keys.some((key) => noteKeyId(origin, key).equals(bytes.subarray(0, 4)) && key.verifies(text, bytes.subarray(4)))
    )
  })
}

/** Key ids of C2SP signed-note: name, kind of key (1 = Ed25519), key. */
function noteKeyId(name: string, key: PublicKey): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n\x01`), key.raw]))
    .digest()
    .subarray(0, 4)
}
