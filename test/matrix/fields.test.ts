import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObjectType } from '#kernel'
import { type ApiAnswer, type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { sampleInput } from '#test/sample-input'
import { modules } from '../../src/server/modules.ts'
import { type FieldReader, openFieldReaders } from './field-readers.ts'
import { aboutCustomer } from './world.ts'

type Bound = ObjectType['stored'][number]
type Access = 'edit' | 'read' | 'masked' | 'hidden'

let house: ApiHouse
let readers: readonly FieldReader[]
/** The record of each object that everybody looks at. */
const records = new Map<string, { id: string; values: Record<string, unknown> }>()

beforeAll(async () => {
  house = await openApiHouse()
  const ctx = house.as('zhang').asSystem('field matrix')
  const ids = new Map<string, string>()
  for (const type of parentsFirst()) ids.set(type.name, await makeFull(type))
  // Sums on the file stand once its children are there.
  for (const [name, id] of ids) records.set(name, { id, values: await ctx.recordsNamed(name).get(id) })
  /** What is above level 1 comes by a change, so that history and timeline have it. */
  async function makeFull(type: ObjectType): Promise<string> {
    const parent = type.parent
      ? { [type.parent.field]: ids.get(type.parent.object) }
      : aboutCustomer(type, ids.get('customer'))
    const { id } = await ctx.recordsNamed(type.name).create(await sampleInput(ctx, type, parent))
    const secret = type.stored.flatMap(({ name, field, kind }) =>
      field.level === 1 || field.readOnly ? [] : [[name, kind.example(field)]],
    )
    if (secret.length) await ctx.recordsNamed(type.name).update(id, Object.fromEntries(secret), { version: 1 })
    return id
  }
  readers = await openFieldReaders(house)
})
afterAll(() => house.close())

function parentsFirst(): ObjectType[] {
  return [...house.kernel.registry.objects.values()].sort((a, b) => Number(!!a.parent) - Number(!!b.parent))
}

/** The table: hidden where the role says so, else a mask above the level that the role sees plainly, else what the role says. */
function expectedAccess({ level }: Bound['field'], plain: number, rule: Access | undefined): Access {
  if (rule === 'hidden') return 'hidden'
  if (level > plain) return 'masked'
  return rule ?? 'edit'
}

const objects = modules.flatMap((module) => module.objects ?? []).map(({ name }) => name)

describe('every field, for every role, by every outlet', () => {
  it.each(objects)('of %s leaves as the table says', { timeout: 120_000 }, async (object) => {
    const type = house.kernel.registry.objects.get(object)
    const record = records.get(object)
    if (!type || !record) throw new Error(`There is no ${object}`)
    const wrong: string[] = []
    let cells = 0
    for (const reader of readers) {
      const answers = await askAll(reader, type, record.id)
      const sees = reader.sees(type)
      if (!sees) {
        for (const [outlet, { status }] of Object.entries(answers))
          if (![403, 404].includes(status) && !['list', 'definitions'].includes(outlet))
            wrong.push(`${reader.name} ${outlet}: ${status}`)
        expect(JSON.stringify(answers.list?.body.items ?? []), reader.name).not.toContain(record.id)
        continue
      }
      for (const bound of type.fields.values()) {
        const access = expectedAccess(bound.field, reader.plain, reader.rule(type.name, bound.name))
        const is = (outlet: string, holds: boolean): void => {
          cells++
          if (!holds) wrong.push(`${reader.name} ${bound.name} ${access} ${outlet}`)
        }
        const value = record.values[bound.name] ?? null
        const shown = access === 'masked' || access === 'hidden' ? null : value
        const mask = access === 'masked' && value !== null ? bound.kind.mask(value) : undefined
        const same = (answer: Record<string, unknown> | undefined): boolean =>
          JSON.stringify(answer?.[bound.name] ?? null) === JSON.stringify(shown) &&
          (answer?.masked as Record<string, string> | undefined)?.[bound.name] === mask
        is('get', same(answers.get?.body))
        is('list', same(answers.list?.body.items.find(({ id }: { id: string }) => id === record.id)))
        const definition = answers.definitions?.body.objects.find(({ name }: { name: string }) => name === type.name)
        const told = definition?.fields.find(({ name }: { name: string }) => name === bound.name)
        is('definition', access === 'hidden' ? told === undefined : told?.access === access)
        const lookedBack = [
          answers.history.body.items,
          answers.timeline.body.items.flatMap(({ changes = [] }: { changes?: unknown[] }) => changes),
        ]
        for (const changes of lookedBack) {
          const change = changes.find(({ field }: { field: string }) => field === bound.name)
          if (access === 'hidden') is('change', change === undefined)
          else if (bound.field.level > 1 && value !== null)
            is('change', JSON.stringify(change?.after) === JSON.stringify(mask ?? value))
        }
        await askFor(reader.client, { type, bound, access, is })
      }
    }
    expect(cells).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  })

  it('is a table of more than one colour', () => {
    const seen = new Set<Access>()
    for (const type of house.kernel.registry.objects.values())
      for (const bound of type.fields.values())
        for (const reader of readers)
          seen.add(expectedAccess(bound.field, reader.plain, reader.rule(type.name, bound.name)))
    expect([...seen].sort()).toEqual(['edit', 'hidden', 'masked', 'read'])
  })
})

const defined = new Map<ApiClient, Promise<ApiAnswer>>()

/** All objects are told at once, and no field changes between them. */
function definitionsOf(client: ApiClient): Promise<ApiAnswer> {
  const known = defined.get(client) ?? client.get('/api/definitions')
  defined.set(client, known)
  return known
}

async function askAll({ client }: FieldReader, type: ObjectType, id: string) {
  const path = `/api/${type.path}`
  const where = encodeURIComponent(JSON.stringify({ id }))
  return {
    get: await client.get(`${path}/${id}`),
    list: await client.get(`${path}?where=${where}`),
    definitions: await definitionsOf(client),
    history: await client.get(`${path}/${id}/history`),
    timeline: await client.get(`${path}/${id}/timeline`),
  } as const
}

type Asked = { type: ObjectType; bound: Bound; access: Access; is(outlet: string, holds: boolean): void }

/** Tries to meet the value by order, group, sum and comparison: what is veiled answers no such question. */
async function askFor(client: ApiClient, { type, bound, access, is }: Asked): Promise<void> {
  if (access !== 'masked' && access !== 'hidden') return
  const path = `/api/${type.path}`
  const by = type.stored.find(({ kind, sealed, field }) => kind.groupable && !sealed && field.level === 1)?.name
  const example = bound.stored ? bound.kind.example(bound.field) : 1
  const where = (condition: unknown) =>
    `${path}?where=${encodeURIComponent(JSON.stringify({ [bound.name]: condition }))}`
  is('sort', (await client.get(`${path}?sort=${bound.name}`)).status === 400)
  is('group', (await client.get(`${path}/groups?by=${bound.name}`)).status === 400)
  is('sum', (await client.get(`${path}/groups?by=${by}&sum=${bound.name}`)).status === 400)
  for (const operator of ['eq', 'ne', 'lt', 'gte', 'contains', 'startsWith', 'tail', 'under'])
    is(operator, (await client.get(where({ [operator]: operator === 'tail' ? '0391' : example }))).status === 400)
  is('withinDays', (await client.get(where({ withinDays: 31 }))).status === 400)
  is('in', (await client.get(where({ in: [example] }))).status === 400)
  is(
    'negated',
    (await client.get(`${path}?where=${encodeURIComponent(JSON.stringify({ not: { [bound.name]: example } }))}`))
      .status === 400,
  )
  const empty = (await client.get(where({ empty: true }))).status
  is('empty', access === 'hidden' ? empty === 400 : [200, 400].includes(empty))
}
