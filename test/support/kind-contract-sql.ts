import { describe, expect, test } from 'vitest'
import type { Context } from '#kernel'
import type { Filter, OperatorName } from '#shared/filter'
import { compareValues, testFilter } from '#shared/filter-test'
import { comparableOf } from '../../src/kernel/access/scope.ts'
import type { Kind } from '../../src/kernel/object/kind.ts'
import { operatorsOf, parseFilter } from '../../src/kernel/query/parse-filter.ts'

export type Specimen = { id: string; values: Readonly<Record<string, unknown>> }

export type SpecimenField = { name: string; kind: Kind; sealed: boolean; values: readonly unknown[] }

/** The records as they were given, and as the table answers them. */
type Collection = () => {
  ctx: Context
  specimens: readonly Specimen[]
  stored: ReadonlyMap<string, Specimen['values']>
}

/** What every kind of field promises of PostgreSQL: the same answers as in memory, NULL included, and an order to page by. */
export function describeKindInSql(field: SpecimenField, collection: Collection): void {
  describe(`${field.sealed ? 'sealed ' : ''}kind ${field.kind.name} in SQL`, () => {
    test('comes back from the table as it went in', () => {
      for (const { id, values } of collection().specimens)
        expect(collection().stored.get(id)?.[field.name]).toEqual(values[field.name])
    })
    test('has every operator mean in SQL what it means in memory', () => compareOperators(field, collection()))
    if (!field.sealed && field.kind.sort !== 'none')
      test('is sorted and paged in one order', () => compareOrder(field, collection()))
    else
      test('is no field to sort by', async () => {
        const sorted = collection().ctx.recordsNamed('specimen').list({ sort: field.name })
        await expect(sorted).rejects.toMatchObject({ code: 'field.not_sortable' })
      })
  })
}

async function walk(ctx: Context, query: { where?: Filter; sort?: string; limit?: number }): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await ctx.recordsNamed('specimen').list({ limit: 200, uncounted: true, ...query, after })
    ids.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return ids
}

/** Days on which some birthday of the samples is near: on the day before it, in a month that has no such day, and in another calendar. */
const nearBirthdays = ['2026-04-11T04:00:00Z', '2027-02-28T04:00:00Z', '2026-09-20T04:00:00Z']

async function compareOperators(field: SpecimenField, { ctx, specimens }: ReturnType<Collection>): Promise<void> {
  const { name, sealed } = field
  const type = ctx.type('specimen')
  const bound = type.fields.get(name)
  const operators = bound ? operatorsOf(bound) : []
  expect(operators.length).toBeGreaterThan(0)
  if (sealed)
    expect(operators.filter((operator) => !['eq', 'tail', 'withinDays', 'empty'].includes(operator))).toEqual([])
  for (const operator of operators) {
    const moments = operator === 'withinDays' ? nearBirthdays.map((at) => new Date(at)) : [ctx.now()]
    for (const now of moments) {
      const found = await compareOperator(field, operator, { ctx: ctx.with({ now: () => now }), specimens })
      expect(found, `${operator} finds something`).toBeGreaterThan(0)
    }
  }
}

async function compareOperator(
  { name, kind, values }: SpecimenField,
  operator: OperatorName,
  { ctx, specimens }: Pick<ReturnType<Collection>, 'ctx' | 'specimens'>,
): Promise<number> {
  const type = ctx.type('specimen')
  let found = 0
  for (const argument of argumentsOf(kind, operator, values)) {
    for (const where of [{ [name]: { [operator]: argument } }, { not: { [name]: { [operator]: argument } } }]) {
      const parsed = parseFilter(ctx, type, where)
      const inMemory = specimens.filter((each) =>
        testFilter(parsed, (field) => comparableOf(type, field, { ...each.values })),
      )
      const inSql = await walk(ctx, { where })
      expect(inSql.toSorted(), JSON.stringify(where)).toEqual(inMemory.map(({ id }) => id).toSorted())
      if (!('not' in where)) found += inSql.length
    }
  }
  return found
}

function argumentsOf(kind: Kind, operator: OperatorName, values: readonly unknown[]): readonly unknown[] {
  switch (operator) {
    case 'empty':
      return [true, false]
    case 'in':
    case 'notIn':
      return [values.slice(0, 1), values.slice(1), values, []]
    case 'hasAny':
    case 'hasAll':
      return [...values, values.flat(), []]
    case 'contains':
    case 'startsWith':
      return values.flatMap((value) => partsOf(String(value)))
    case 'under':
      return values.map((value) => String(value).slice(0, 2))
    case 'withinDays':
      return [0, 7, 31]
    case 'tail':
      return values.flatMap((value) => kind.lookups?.(value).tail ?? [])
    default:
      return values
  }
}

function partsOf(text: string): string[] {
  const letters = [...text]
  return [letters[0] ?? '', letters.slice(-2).join(''), text.toUpperCase(), text.toLowerCase(), '%', '_', '\\']
}

async function compareOrder({ name, kind }: SpecimenField, { ctx, specimens }: ReturnType<Collection>): Promise<void> {
  for (const sort of [name, `-${name}`]) {
    const whole = await walk(ctx, { sort })
    expect(await walk(ctx, { sort, limit: 3 })).toEqual(whole)
    expect(whole.toSorted()).toEqual(specimens.map(({ id }) => id).toSorted())
    const byId = new Map(specimens.map((each) => [each.id, each]))
    const values = whole.map((id) => comparableOf(ctx.type('specimen'), name, { ...byId.get(id)?.values }))
    const filled = values.filter((value) => value !== null)
    expect(values.slice(filled.length).every((value) => value === null)).toBe(true)
    const rising = sort === name ? filled : filled.toReversed()
    expect(rising).toEqual(rising.toSorted(kind.sort === 'pinyin' ? comparePinyin : compareValues))
  }
}

const chinese = new Intl.Collator('zh-u-co-pinyin', { alternate: 'non-ignorable' } as Intl.CollatorOptions)

function comparePinyin(left: unknown, right: unknown): number {
  return chinese.compare(String(left), String(right))
}
