import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Longer parts add nothing to the estimate but its time. */
const looked = 64
/** 0 to 4; what a million guesses find is below 2. */
const enough = 2

let estimate: ZxcvbnFactory | undefined

/** Whether a guesser who knows common passwords, keyboards, dates and the person's names would find it soon. */
export function isEasyToGuess(password: string, names: readonly string[]): boolean {
  estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const lower = password.toLowerCase()
  const known = names.map((name) => name.toLowerCase()).filter((name) => [...name].length >= 2)
  // Whoever writes the own name and adds a little has told most of it.
  const rest = known.reduce((left, name) => left.replaceAll(name, ''), lower).replace(/[^\p{L}\p{N}]/gu, '')
  if (known.some((name) => lower.includes(name)) && [...rest].length < 6) return true
  return estimate.check(password.slice(0, looked), known).score < enough
}
