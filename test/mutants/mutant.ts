/** One check or predicate taken away: an exact text of a file, what stands there instead, and the tests of which one must go red. */
export type Mutant = { file: string; from: string; to: string; tests: readonly string[] }

/** Mutants of one file under `src/kernel`, with the tests that look at it unless a mutant names others. */
export function mutantsOf(
  file: string,
  tests: readonly string[],
  changes: readonly (readonly [from: string, to: string, tests?: readonly string[]])[],
): Mutant[] {
  return changes.map(([from, to, own]) => ({ file: `src/kernel/${file}`, from, to, tests: own ?? tests }))
}
