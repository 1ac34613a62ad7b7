import type { Random } from './random.ts'

/** Slips of the pen that real lists are full of: the value cannot be read, so the file stays to be completed. */
const slips: Readonly<Record<string, (value: string) => string>> = {
  phone: (value) => value.slice(0, -3),
  creditCode: (value) => value.slice(0, -2),
  email: (value) => value.replace('@', '#'),
}

const share = 0.02

/** The same values, one of them mistyped in a few files. */
export function damaged(chance: Random, input: Record<string, unknown>): Record<string, unknown> {
  if (!chance.chance(share)) return input
  const field = chance.pick(Object.keys(slips))
  const value = input[field]
  const slip = slips[field]
  return typeof value === 'string' && slip ? { ...input, [field]: slip(value) } : input
}
