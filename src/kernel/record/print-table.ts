import type { Filter } from '#shared/filter'
import type { Context } from '../context.ts'
import type { FormatEnv } from '../object/kind.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { classOf } from '../query/group-key.ts'
import { isSystemField } from '../query/system-fields.ts'
import { guardFormula } from '../transfer/formula-guard.ts'
import { list, type PrintedAs } from './list.ts'
import type { Stored } from './row-codec.ts'

export type PrintQuery = {
  as: PrintedAs
  fields: readonly string[]
  where?: Filter
  search?: string
  sort?: string
  /** These alone, in the order of the list. */
  ids?: readonly string[]
  /** What the records are classed by, as in groups. */
  by?: string
}

/** Records as their reader sees them, as texts: what is masked is its mask. */
export type PrintTable = {
  rows: string[][]
  /** The class of each row, where one was asked for; empty for none. */
  classes?: string[]
  total: number
  totalExact: boolean
}

/** More is an export, which is asked for. */
export const mostPrinted = 200

/** What leaves on paper or by the clipboard: only records that may be printed, and the trail has each before it goes. */
export async function printTable(ctx: Context, type: ObjectType, query: PrintQuery): Promise<PrintTable> {
  const { as, fields, where, search, sort, ids, by } = query
  const chosen: Filter[] = [...(where ? [where] : []), ...(ids ? [{ id: { in: [...ids] } }] : [])]
  const heading = by === undefined ? undefined : classOf(ctx, type, by)
  const shown = fields.filter((name) => !isSystemField(name, type))
  const page = await list(ctx, type, {
    where: chosen.length ? { and: chosen } : undefined,
    search,
    sort,
    limit: mostPrinted,
    fields: [...new Set([...shown, ...(heading ? [heading.bound.name] : [])])],
    printed: as,
  })
  const env = ctx.formatEnv(page.titles)
  const cell = (record: Stored, name: string): string => {
    if (isSystemField(name, type)) return systemCell(page.titles, record, name)
    const { kind, field } = fieldOf(type, name)
    const value = record.values[name]
    return record.masked?.[name] ?? (value === null || value === undefined ? '' : kind.format(value, field, env))
  }
  return {
    // A spreadsheet runs what is pasted into it as well.
    rows: page.items.map((record) => fields.map((name) => guardFormula(cell(record, name)))),
    ...(heading && { classes: page.items.map(({ values }) => className(heading, values, env)) }),
    total: page.total,
    totalExact: page.totalExact,
  }
}

function className(
  { bound: { name, kind, field }, prefix }: ReturnType<typeof classOf>,
  values: Stored['values'],
  env: FormatEnv,
): string {
  const value = values[name]
  if (value === null || value === undefined) return ''
  return kind.format(prefix === undefined ? value : String(value).slice(0, prefix), field, env)
}

function systemCell(titles: Readonly<Record<string, string>>, record: Stored, name: string): string {
  const facts: Readonly<Record<string, unknown>> = record
  const value = facts[name]
  return typeof value === 'string' ? (titles[value] ?? value) : ''
}
