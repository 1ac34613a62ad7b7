import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type ObjectType, systemFieldsOf } from '#kernel'
import { AppError } from '#shared/app-error'
import { isCalendarSpan } from '#shared/calendar-spans'
import { type OperatorName, operatorNames } from '#shared/filter'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { actAs } from '#test/standing-actor'
import { modules } from '../../src/server/modules.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { type FieldReader, openFieldReaders } from './field-readers.ts'

/*
 * By which fields records can be put in order, filtered, grouped and added up: what the document says and nothing else, and for
 * each role less the fields whose values it does not see.
 */

type Bound = ObjectType['stored'][number]
type Access = 'edit' | 'read' | 'masked' | 'hidden'
/** Of one object: operators by field, and names. */
type Questions = {
  where: ReadonlyMap<string, readonly string[]>
  sort: readonly string[]
  by: readonly string[]
  /** What values begin with, such as `region.province`: by these records are put in order and grouped as well. */
  parts: readonly string[]
  per: ReadonlyMap<string, readonly string[]>
  sum: readonly string[]
}

let house: ApiHouse
let readers: readonly (FieldReader & { ctx: Context })[]
beforeAll(async () => {
  house = await openApiHouse()
  const logins: Readonly<Record<string, string>> = {
    head: 'zhang',
    manager: 'chen',
    clerk: 'wang',
    'own role 1': 'detail1',
    'own role 3': 'detail3',
  }
  const opened = await openFieldReaders(house)
  readers = await Promise.all(
    opened.map(async (reader) => ({ ...reader, ctx: await actAs(house, logins[reader.name] ?? reader.name) })),
  )
})
afterAll(() => house.close())

const document = standardOpenApi()
const objects = modules.flatMap((module) => module.objects ?? []).map(({ name }) => name)

/** What the document promises, read out of its words. */
function documented({ path }: ObjectType): Questions {
  const words = (url: string, parameter: string): string => {
    const found = document.paths[url]?.get?.parameters.find((each) => 'name' in each && each.name === parameter)
    return found && 'description' in found ? (found.description ?? '') : ''
  }
  const names = (text: string): string[] =>
    (/: ([\w, ]*)$/.exec(text)?.[1] ?? '').split(', ').filter((name) => name && name !== 'none')
  const table = (text: string): Map<string, readonly string[]> => {
    const rows = text.matchAll(/^- `(\w+)`[^:]*(?:\([^\n]*\))?: ([\w, ]+)$/gm)
    return new Map([...rows].map(([, field = '', told = '']) => [field, told.split(', ')]))
  }
  return {
    where: table(words(`/api/${path}`, 'where')),
    sort: names(words(`/api/${path}`, 'sort')),
    by: names(words(`/api/${path}/groups`, 'by')),
    parts: [...words(`/api/${path}/groups`, 'by').matchAll(/`(\w+\.\w+)`/g)].map(([, part = '']) => part),
    per: table(words(`/api/${path}/groups`, 'per')),
    sum: names(words(`/api/${path}/groups`, 'sum')),
  }
}

function accessOf({ plain, rule }: FieldReader, type: ObjectType, { name, field }: Bound): Access {
  const said = rule(type.name, name)
  if (said === 'hidden') return 'hidden'
  return field.level > plain ? 'masked' : (said ?? 'edit')
}

/** Of what the document promises, what a reader may ask: of masked values only whether there is one, of hidden ones nothing. */
function mayAsk(reader: FieldReader, type: ObjectType): Questions {
  const { where, sort, by, parts, per, sum } = documented(type)
  const access = (name: string): Access => {
    const bound = type.fields.get(name)
    return bound ? accessOf(reader, type, bound) : 'edit'
  }
  const plain = (name: string): boolean => ['edit', 'read'].includes(access(name))
  const operators = [...where].map(([field, all]) => {
    const left = access(field) === 'masked' ? all.filter((operator) => operator === 'empty') : all
    return [field, access(field) === 'hidden' ? [] : left] as const
  })
  return {
    where: new Map(operators),
    sort: sort.filter(plain),
    by: by.filter(plain),
    parts: parts.filter((part) => plain(part.split('.')[0] ?? '')),
    per: new Map([...per].filter(([name]) => plain(name))),
    sum: sum.filter(plain),
  }
}

const someId = '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'

/** An argument that the operator understands. */
function argumentOf(type: ObjectType, field: string, operator: OperatorName): unknown {
  const bound = type.fields.get(field)
  if (operator === 'empty') return false
  if (operator === 'contains' || operator === 'startsWith') return '甲'
  if (operator === 'tail') return '0391'
  if (operator === 'withinDays') return 7
  if (operator === 'under') return bound?.kind.target?.(bound.field) ? someId : '33'
  const example = bound?.stored ? bound.kind.example(bound.field) : exampleOf(field)
  const many = ['in', 'notIn', 'hasAny', 'hasAll'].includes(operator)
  return many && !Array.isArray(example) ? [example] : example
}

function exampleOf(system: string): unknown {
  if (system.endsWith('At')) return '2026-01-02T03:04:05.000Z'
  if (system === 'incomplete') return ['name']
  return system === 'version' || system === 'importRow' ? 1 : someId
}

/** Whether a question is answered; what is refused for another reason than what it asks is an error. */
async function isAnswered(question: Promise<unknown>, what: string): Promise<boolean> {
  try {
    await question
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(what, { cause: error })
    const refusals = ['field.operator_unknown', 'field.not_sortable', 'request.unknown_field']
    if (error.status === 400 && refusals.includes(error.code)) return false
    throw new Error(`${what}: ${error.status} ${error.code} ${JSON.stringify(error.params)}`)
  }
}

/** What a reader is really answered. Refusals are met one by one; what should be answered is asked together, for it costs a statement. */
async function differences(reader: FieldReader & { ctx: Context }, type: ObjectType): Promise<string[]> {
  const records = reader.ctx.recordsNamed(type.name)
  const may = mayAsk(reader, type)
  const wrong: string[] = []
  const is = async (question: Promise<unknown>, expected: boolean, what: string): Promise<void> => {
    const here = `${reader.name} ${type.name} ${what}`
    if ((await isAnswered(question, here)) !== expected) wrong.push(`${here}: ${expected ? 'refused' : 'answered'}`)
  }
  const page = { limit: 1, uncounted: true, fields: [type.definition.title] } as const
  const names = [
    ...type.fields.keys(),
    ...systemFieldsOf(type).map(({ name }) => name),
    'nothing',
    'acl_read',
    'deletedAt',
  ]
  const first = may.by[0] ?? ''
  const answered: Record<string, unknown>[] = []
  for (const name of names) {
    for (const operator of operatorNames) {
      const where = { [name]: { [operator]: argumentOf(type, name, operator) } }
      if (may.where.get(name)?.includes(operator)) answered.push(where)
      else await is(records.list({ ...page, where }), false, `where ${name} ${operator}`)
    }
    if (!may.sort.includes(name)) await is(records.list({ ...page, sort: name }), false, `sort ${name}`)
    if (!may.by.includes(name)) await is(records.groupBy(name, {}), false, `by ${name}`)
    for (const per of ['month', 'province'])
      if (!may.per.get(name)?.includes(per)) await is(records.groupBy(name, { per }), false, `by ${name} per ${per}`)
    const part = `${name}.province`
    await is(records.groupBy(part, { where: { id: someId } }), may.parts.includes(part), `by ${part}`)
    await is(records.list({ ...page, sort: part }), may.parts.includes(part), `sort ${part}`)
    if (!may.sum.includes(name) && first) await is(records.groupBy(first, { sums: [name] }), false, `sum ${name}`)
  }
  // No filter may have all of them at once.
  for (let at = 0; at < answered.length; at += 200) {
    const and = answered.slice(at, at + 200)
    await is(records.list({ ...page, where: { and } }), true, `where ${JSON.stringify(and)}`)
  }
  for (let at = 0; at < may.sort.length; at += 3) {
    const sort = may.sort.slice(at, at + 3).join(',-')
    await is(records.list({ ...page, sort }), true, `sort ${sort}`)
  }
  for (const by of may.by) await is(records.groupBy(by, { where: { id: someId } }), true, `by ${by}`)
  for (const [by, [per]] of may.per)
    await is(records.groupBy(by, { per, where: { id: someId } }), true, `by ${by} per ${per}`)
  if (first) await is(records.groupBy(first, { sums: may.sum }), true, `sum ${may.sum}`)
  return wrong
}

describe('the questions that the document promises', () => {
  it('are of every field that it describes, and none of a sealed one is about its order', () => {
    for (const name of objects) {
      const type = house.system().type(name)
      const { where, sort, by, sum } = documented(type)
      const system = systemFieldsOf(type).map((field) => field.name)
      expect([...where.keys()].sort(), name).toEqual(
        [...system, ...type.stored.filter(({ kind }) => kind.operators.length).map((bound) => bound.name)].sort(),
      )
      for (const { name: field, sealed } of type.fields.values()) {
        if (!sealed) continue
        expect(['eq', 'tail', 'withinDays', 'empty'], `${name}.${field}`).toEqual(
          expect.arrayContaining([...(where.get(field) ?? [])]),
        )
        expect([...sort, ...by, ...sum], `${name}.${field}`).not.toContain(field)
      }
    }
    expect(documented(house.system().type('customer')).where.get('phone')).toEqual(['eq', 'tail', 'empty'])
  })

  it.each(objects)(
    'of %s are answered to each role but where they are about values it does not see',
    {
      timeout: 600_000,
    },
    async (name) => {
      const type = house.system().type(name)
      const wrong: string[] = []
      const met = new Set<string>()
      for (const reader of readers) {
        if (!reader.ctx.actor.reach(type, 'read')) continue
        // Whoever sees the fields as somebody before did is asked in the long form alone.
        const view = [...type.fields.values()].map((bound) => accessOf(reader, type, bound)).join()
        if (met.has(view) && !process.env.LONG) continue
        met.add(view)
        wrong.push(...(await differences(reader, type)))
      }
      expect(met.size).toBeGreaterThan(0)
      expect(wrong).toEqual([])
    },
  )
})

describe('by HTTP', () => {
  const refusal = async (client: ApiClient, path: string) => {
    const { status, body } = await client.get(path)
    return `${status} ${body.code}`
  }
  const where = (filter: unknown) => `where=${encodeURIComponent(JSON.stringify(filter))}`

  it.each(objects)('what %s does not have is refused by its name', async (name) => {
    const { path } = house.system().type(name)
    const client = await house.client('zhang')
    const [by] = documented(house.system().type(name)).by
    for (const query of ['?sort=nothing', `?${where({ nothing: 1 })}`, `?${where({ acl_read: { hasAny: [1] } })}`])
      expect(await refusal(client, `/api/${path}${query}`), query).toBe('400 request.unknown_field')
    for (const query of ['?by=nothing', `?by=${by}&sum=nothing`, `?by=${by}&${where({ or: [{ nothing: 1 }] })}`])
      expect(await refusal(client, `/api/${path}/groups${query}`), query).toBe('400 request.unknown_field')
  })

  it('the definitions tell each reader the same', async () => {
    for (const reader of readers) {
      const { body } = await reader.client.get('/api/definitions')
      for (const told of body.objects) {
        const type = house.system().type(told.name)
        const may = mayAsk(reader, type)
        for (const field of told.fields) {
          const here = `${reader.name} ${told.name}.${field.name}`
          expect(field.operators, here).toEqual(may.where.get(field.name) ?? [])
          expect(field.sortable, here).toBe(may.sort.includes(field.name))
          expect(field.groupable, here).toBe(may.by.includes(field.name))
          const parts = may.parts.filter((part) => part.startsWith(`${field.name}.`))
          const spans = field.spans.map((span: string) => (isCalendarSpan(span) ? span : `${field.name}.${span}`))
          expect(spans, here).toEqual([...(may.per.get(field.name) ?? []), ...parts])
        }
      }
    }
  })
})
