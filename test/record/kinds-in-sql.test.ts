import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type Field, readActual, sql, storeFile } from '#kernel'
import { type House, openHouse } from '#test/house'
import { describeKindInSql, type Specimen, type SpecimenField } from '#test/kind-contract-sql'
import { allSamples } from '#test/kind-samples'
import { openSpecimens } from '#test/specimens'

/** Texts that a careless LIKE or a careless change of case gets wrong. */
const awkward = ['100%_折扣\\', 'İstanbul ΟΔΟΣ', '𠮷野家', 'a%b', 'aXb']
const named = ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02']

const samples = await allSamples()
const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

const fields: SpecimenField[] = samples.flatMap(({ kind, samples: { field, values } }) => {
  const all = ['text', 'long_text'].includes(kind.name) ? [...values, ...awkward] : values
  const plain = { name: camel(kind.name), kind, sealed: field.sealed, values: all }
  const sealable = !field.sealed && !kind.holdsFiles && !kind.allocated
  return sealable ? [plain, { ...plain, name: camel(`sealed_${kind.name}`), sealed: true }] : [plain]
})

let house: House
let ctx: Context
const specimens: Specimen[] = []
const stored = new Map<string, Specimen['values']>()

beforeAll(async () => {
  house = await openHouse()
  ctx = await openSpecimens(house, definitions())
  await makeNamed()
  const most = Math.max(...fields.map(({ values }) => values.length))
  for (let index = 0; index <= most; index++) await add(index)
  for (let after: string | undefined | null; after !== null; ) {
    const page = await ctx.recordsNamed('specimen').list({ limit: 200, after })
    for (const { id, values } of page.items) stored.set(id, values)
    after = page.next
  }
})
afterAll(() => house.close())

function definitions(): Record<string, Field> {
  const declared = samples.flatMap(({ kind, samples: { field } }): [string, Field][] => [
    // Numbers given by rule must not meet those that the samples bring.
    [camel(kind.name), kind.allocated ? { ...field, options: { rule: [{ text: 'ZZ' }, { sequence: 6 }] } } : field],
    [camel(`sealed_${kind.name}`), { ...field, sealed: true, search: 'A' }],
  ])
  return Object.fromEntries(declared.filter(([name]) => fields.some((field) => field.name === name)))
}

/** The records that samples of references name. */
async function makeNamed(): Promise<void> {
  for (const id of named) {
    await ctx.recordsNamed('customer').createMany([{ id, input: { name: `客户${id.slice(-1)}` } }])
    await ctx.recordsNamed('user').createMany([{ id, input: { name: '王芳', login: id, role: 'clerk' } }])
    await ctx.recordsNamed('unit').createMany([{ id, input: { name: '部门' } }])
  }
}

/** The record that has each field's value of this place; fields with fewer values stay empty, and so does a last record. */
async function add(index: number): Promise<void> {
  const given: Record<string, unknown> = {}
  for (const { name, kind, values } of fields)
    if (index < values.length) given[name] = kind.holdsFiles ? [await file()] : values[index]
  const { id, archiveNumber } = await ctx.recordsNamed('specimen').create(given)
  const values = Object.fromEntries(fields.map(({ name }) => [name, given[name] ?? null]))
  // A number is given where none was brought.
  specimens.push({ id, values: { ...values, archiveNumber } })
}

async function file(): Promise<string> {
  return (await storeFile(ctx, Readable.from([Buffer.from('x')]), 'a.txt')).id
}

describe('the table of an object with a field of every kind', () => {
  it('has typed columns, and bytes where a value is sealed', async () => {
    const columns = (await readActual(house.kernel.db)).columns.get('specimen')
    for (const bound of ctx.type('specimen').stored)
      for (const { name, type } of bound.columns)
        expect(columns?.get(name)?.replace('timestamp with time zone', 'timestamptz')).toBe(
          bound.sealed ? 'bytea' : type,
        )
  })

  it('has no words to search by of values that are sealed', async () => {
    const columns = (await readActual(house.kernel.db)).columns.get('specimen')
    expect(ctx.type('specimen').fields.get('sealedText')?.field.search).toBe('A')
    expect(columns?.has('search_text')).toBe(false)
  })

  it('keeps JSON as JSON, not as a text of JSON', async () => {
    const kept = await ctx.transaction(({ db }) =>
      db.rows<{ shape: string }>(sql`select jsonb_typeof(json) as shape from specimen where json is not null`),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(new Set(kept.map(({ shape }) => shape))).not.toContain('string')
  })
})

for (const field of fields) describeKindInSql(field, () => ({ ctx, specimens, stored }))
