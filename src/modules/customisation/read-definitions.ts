import { createHash } from 'node:crypto'
import { declareField, kinds, reference, text, unit, user } from '#field-types'
import { type Context, type Customisation, defineObject, type Field, type Fields, type ObjectDefinition } from '#kernel'
import type { Label } from '#shared/label'
import { adjuster } from './adjust.ts'
import { approvalRule } from './approval-rule.ts'
import { offBy } from './check-switch.ts'
import { customField } from './custom-field.ts'
import { customObject } from './custom-object.ts'
import { fieldRule } from './field-rule.ts'
import { layout } from './layout.ts'
import { moduleSwitch } from './module-switch.ts'
import { valueListItem } from './value-list-item.ts'

type Row = Readonly<Record<string, unknown>>

/** Reads everything that the company has defined, into the same definitions as the standard ones. */
export async function readDefinitions(ctx: Context): Promise<Customisation> {
  const objects = await readAll(ctx, customObject)
  const fields = await readAll(ctx, customField)
  const items = await readAll(ctx, valueListItem)
  const rules = await readAll(ctx, fieldRule)
  const approvals = await readAll(ctx, approvalRule)
  const layouts = await readAll(ctx, layout)
  const switches = await readAll(ctx, moduleSwitch)
  return {
    version: versionOf([objects, fields, items, rules, approvals, layouts, switches]),
    off: offBy(switches),
    objects: objects.map(objectOf),
    fields: fields.map((row) => ({
      object: words(row.object),
      name: words(row.name),
      field: fieldOf(row),
      hidden: row.hidden === true,
    })),
    adjust: adjuster({ items, rules, approvals, layouts }),
  }
}

/** The same definitions have the same version, whoever reads them and when. */
function versionOf(definitions: readonly (readonly Row[])[]): number {
  return createHash('sha256').update(JSON.stringify(definitions)).digest().readUIntBE(0, 6)
}

async function readAll(ctx: Context, object: ObjectDefinition): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = await ctx.recordsNamed(object.name).list({ sort: 'createdAt', limit: 200, after, uncounted: true })
    rows.push(...page.items.map(({ values }) => values))
    after = page.next ?? undefined
  } while (after)
  return rows
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function labelOf(row: Row): Label {
  return { zh: words(row.labelZh), en: words(row.labelEn) }
}

function objectOf(row: Row): ObjectDefinition {
  const label = labelOf(row)
  const named: Fields = { name: text({ label: { zh: '名称', en: 'Name' }, max: 120, required: true, search: 'A' }) }
  const base = {
    name: words(row.name),
    label,
    icon: words(row.icon) || 'box',
    title: 'name',
    custom: true,
    navigation: true,
  }
  const form = (fields: readonly string[]) => ({ basics: { label, fields } })
  if (row.custody === 'customer') {
    const fields = {
      customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
      ...named,
    }
    return defineObject<Fields>({
      ...base,
      fields,
      custody: { type: 'child', of: 'customer' },
      timeline: 'createdAt',
      views: { list: ['name', 'customer'], form: form(['customer', 'name']) },
    })
  }
  if (row.custody === 'shared') {
    return defineObject<Fields>({
      ...base,
      fields: named,
      custody: { type: 'shared' },
      views: { list: ['name'], form: form(['name']) },
    })
  }
  const fields = {
    ...named,
    owner: user({ label: { zh: '负责人', en: 'Owner' }, default: 'me', indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
  }
  return defineObject<Fields>({
    ...base,
    fields,
    custody: { type: 'own', owner: 'owner', unit: 'unit' },
    views: { list: ['name', 'owner'], form: form(['name', 'owner', 'unit']) },
  })
}

function fieldOf(row: Row): Field {
  const kind = kinds[words(row.kind)]
  if (!kind)
    throw new Error(`Custom field ${words(row.object)}.${words(row.name)} is of unknown kind ${words(row.kind)}`)
  const help =
    row.helpZh || row.helpEn
      ? { zh: words(row.helpZh) || words(row.helpEn), en: words(row.helpEn) || words(row.helpZh) }
      : undefined
  const settings = typeof row.settings === 'object' && row.settings !== null ? { ...row.settings } : {}
  // The level's choice has the three codes alone.
  const level = Number(row.level ?? 1) as 1 | 2 | 3
  const sealed = row.sealed === true || kind.sealed === true
  return declareField(
    kind,
    { label: labelOf(row), help, level, sealed, search: row.searchable === true && kind.searchText ? 'B' : undefined },
    settings,
  )
}
