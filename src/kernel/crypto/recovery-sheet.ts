import { createHash, randomBytes } from 'node:crypto'
import type { KeySecrets } from './key-file.ts'
import { KeyProblem } from './key-problem.ts'

/*
 * house (16) | master (32) | index key (32), as two shares of which neither alone says anything. Each is written as
 * groups of five letters with its number in front and eight letters of check behind.
 */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const lengths = [16, 32, 32]
const checkLetters = 8

/** Two sheets for two officers. Both together make the key file again. */
export function sheetsOf({ house, masters, index }: KeySecrets): [string, string] {
  const secret = Buffer.concat([
    Buffer.from(house.replaceAll('-', ''), 'hex'),
    masters[0] ?? Buffer.alloc(0),
    index[0] ?? Buffer.alloc(0),
  ])
  const first = randomBytes(secret.length)
  const second = Buffer.from(secret.map((byte, at) => byte ^ (first[at] ?? 0)))
  return [written(1, first), written(2, second)]
}

function written(number: 1 | 2, share: Buffer): string {
  const letters = lettersOf(share)
  return [`${number}`, ...groups(letters), checkOf(number, letters)].join('-')
}

function checkOf(number: number, letters: string): string {
  return lettersOf(createHash('sha256').update(`${number}${letters}`).digest()).slice(0, checkLetters)
}

function lettersOf(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function groups(letters: string): string[] {
  return letters.match(/.{1,5}/g) ?? []
}

/** Secrets from the two sheets, in either order. */
export function secretsFrom(sheets: readonly string[]): KeySecrets {
  const shares = sheets.map(readSheet).sort((one, other) => one.number - other.number)
  const [first, second] = shares
  if (first?.number !== 1 || second?.number !== 2)
    throw new KeyProblem('Two sheets are needed, number 1 and number 2.', 'Ask both officers for theirs.')
  const secret = Buffer.from(first.share.map((byte, at) => byte ^ (second.share[at] ?? 0)))
  const parts = lengths.map((length, at) => {
    const from = lengths.slice(0, at).reduce((sum, each) => sum + each, 0)
    return secret.subarray(from, from + length)
  })
  const now = new Date().toISOString()
  const [house = Buffer.alloc(0), master = Buffer.alloc(0), index = Buffer.alloc(0)] = parts
  return {
    house: house.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    masters: [master],
    index: [index],
    plain: false,
    unproven: false,
    sheetShownAt: now,
    sheetKeptAt: now,
  }
}

function readSheet(text: string): { number: number; share: Buffer } {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const number = Number(letters[0])
  const body = letters.slice(1, -checkLetters)
  const size = lengths.reduce((sum, each) => sum + each, 0)
  if (checkOf(number, body) !== letters.slice(-checkLetters) || body.length !== Math.ceil((size * 8) / 5))
    throw new KeyProblem(
      `The sheet that begins with ${text.slice(0, 7)} is not copied right.`,
      'Compare it letter by letter.',
    )
  const bits = [...body].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return { number, share: Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))) }
}
