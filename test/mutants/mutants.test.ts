import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessMutants } from './access-mutants.ts'
import { exportMutants } from './export-mutants.ts'
import { labelAndFavouriteMutants } from './label-and-favourite-mutants.ts'
import { keyMutants, trailMutants } from './trail-and-key-mutants.ts'
import { isCaught, makeScratch, placesOf, type Scratch } from './try-mutant.ts'

const mutants = [...accessMutants, ...exportMutants, ...labelAndFavouriteMutants, ...trailMutants, ...keyMutants]

describe(`${mutants.length} mutants of access, trail and keys`, () => {
  it('stand each at one place of the product, and name tests that are there', async () => {
    expect(mutants.length).toBeGreaterThan(60)
    for (const mutant of mutants) {
      expect(await placesOf(mutant), `${mutant.file}: ${mutant.from}`).toBe(1)
      for (const test of mutant.tests) expect(existsSync(join(import.meta.dirname, '../..', test)), test).toBe(true)
    }
  })
})

describe('one of each, in the short form', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await makeScratch()
  })
  afterAll(() => scratch.remove())

  it.each([accessMutants[0], keyMutants[0]])(
    '$file without a check makes a test red',
    { timeout: 120_000 },
    async (mutant) => {
      expect(mutant && (await isCaught(scratch, mutant))).toBe(true)
    },
  )
})
