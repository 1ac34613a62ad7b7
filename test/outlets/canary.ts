import type { ObjectType } from '#kernel'

type BoundField = ObjectType['stored'][number]

/** A value that stands nowhere else in the world, so that wherever it is met it has come out. */
export type Canary = { token: string; level: number; holder: string; where: string }

export type Flock = {
  /** A new value for a field, noted with its level and with who holds the record. */
  hatch(bound: Pick<BoundField, 'name' | 'kind' | 'field'>, holder: string): string
  /** A title, of level 1: nothing that is seen by who does not see its record. */
  hatchTitle(holder: string): string
  size(): number
  /** All of them that stand in a text, however it is written. */
  in(text: string): Canary[]
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function residentId(n: number): string {
  const born = new Date(Date.UTC(1930, 0, 1 + (n % 25_000))).toISOString().slice(0, 10).replaceAll('-', '')
  const first = `110105${born}${String(Math.floor(n / 25_000)).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return first + ('10X98765432'[sum % 11] ?? '')
}

const six = (n: number): string => String(n).padStart(6, '0')

/** By kind: the value, and the part of it by which it is known again. */
const kinds: Readonly<Record<string, (n: number) => { value: string; token: string }>> = {
  phone: (n) => ({ value: `1397${String(n).padStart(7, '0')}`, token: `1397${String(n).padStart(7, '0')}` }),
  email: (n) => ({ value: `kq${six(n)}@canary.example`, token: `kq${six(n)}` }),
  text: (n) => ({ value: `wq${six(n)}`, token: `wq${six(n)}` }),
  long_text: (n) => ({ value: `密雀${six(n)}不可外传`, token: `密雀${six(n)}` }),
  address: (n) => ({ value: `街雀${six(n)}号`, token: `街雀${six(n)}` }),
  json: (n) => ({ value: JSON.stringify({ search: `密雀${six(n)}` }), token: `密雀${six(n)}` }),
  resident_id: (n) => ({ value: residentId(n), token: residentId(n) }),
}

const words = /(?:kq|wq|密雀|街雀|客雀)\d{6}/g
const digits = /(?=(1397\d{7}|110105\d{11}[\dX]))/g

export function openFlock(): Flock {
  const known = new Map<string, Canary>()
  let last = 0
  return {
    hatch: ({ name, kind, field }, holder) => {
      const make = kinds[kind.name]
      if (!make)
        throw new Error(`No canary of the kind ${kind.name} is known: add one, for ${name} has level ${field.level}`)
      const { value, token } = make(++last)
      known.set(token, { token, level: field.level, holder, where: name })
      return value
    },
    hatchTitle: (holder) => {
      const token = `客雀${six(++last)}`
      known.set(token, { token, level: 1, holder, where: 'title' })
      return token
    },
    size: () => known.size,
    in: (text) => {
      const found = new Set<string>()
      for (const form of formsOf(text)) {
        for (const [token] of form.matchAll(words)) found.add(token)
        for (const [, token = ''] of form.replace(/[\s()+-]/g, '').matchAll(digits)) found.add(token)
      }
      return [...found].flatMap((token) => known.get(token) ?? [])
    },
  }
}

function formsOf(text: string): string[] {
  const escaped = text.includes('\\u')
    ? text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  const encoded = text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/gi, decoded) : text
  return [...new Set([text, escaped, encoded])]
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
