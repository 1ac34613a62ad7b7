import { type Kernel, sql } from '#kernel'
import { encodeCursor } from '../src/kernel/query/cursor.ts'
import { systemContext } from './bench-house.ts'
import { spreadIds } from './readers.ts'

/** What the requests ask for: taken from the list itself, the same in every run. */
export type Samples = {
  ids: readonly string[]
  versions: ReadonlyMap<string, number>
  terms: readonly string[]
  places: readonly { region: string; industry: string }[]
  /** Where the page at the given depth begins. */
  deepCursor: string
}

const termCount = 40
const sampleCount = 400

export async function takeSamples(kernel: Kernel, depth: number): Promise<Samples> {
  const ctx = systemContext(kernel)
  return ctx.transaction(async (tx) => {
    const ids = await spreadIds(tx, sampleCount)
    const rows = await tx.db.rows<{
      id: string
      version: number
      name: string
      region: string | null
      industry: string | null
    }>(sql`select id, version, name, region, industry from customer where id = any(${ids}::uuid[]) order by id`)
    const [deep] = await tx.db.rows<{ at: string; id: string }>(sql`
      select updated_at as at, id from customer where deleted_at is null order by updated_at desc, id desc offset ${depth} limit 1`)
    return {
      ids,
      versions: new Map(rows.map(({ id, version }) => [id, version])),
      terms: termsOf(rows.map(({ name }) => name)),
      places: rows.flatMap(({ region, industry }) => (region && industry ? [{ region, industry }] : [])),
      deepCursor: encodeCursor([deep?.at, deep?.id]),
    }
  })
}

/** Two neighbouring characters from anywhere in a name: places, trades, fancy words and legal forms. */
function termsOf(names: readonly string[]): string[] {
  const terms = names.map((name, index) => {
    const letters = [...name.replace(/[^\p{Script=Han}]/gu, '')]
    const at = index % Math.max(letters.length - 1, 1)
    return letters.slice(at, at + 2).join('')
  })
  return [...new Set(terms)].filter((term) => term.length === 2).slice(0, termCount)
}
