import { kinds } from '#field-types'
import type { Context, ObjectType, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { Filter } from '#shared/filter'

/** Names that records carry themselves. */
const reserved = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'imported',
  'incomplete',
  'can',
  'masked',
  'titles',
  'unresolved',
  'reason',
  'settle',
  'toComplete',
  'and',
  'or',
  'not',
  'importId',
  'importRow',
])

/** Their paths lead elsewhere in the API. */
const reservedObjects = new Set([
  'session',
  'job',
  'file',
  'import',
  'export',
  'event',
  'audit_event',
  'search',
  'setup',
  'region',
  'definition',
  'health',
  'doc',
  'change_request',
  'duplicate_group',
])

export function refuse(path: string, code: ErrorCode, params: ErrorParams = {}): never {
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}

/** What serves whoever reads the trail is nobody's to narrow: no field, list or rule of a company's own reaches it. */
export function typeNamed(ctx: Context, { object }: Values): ObjectType {
  const name = String(object)
  const type = ctx.kernel.registry.objects.get(name) ?? refuse('object', 'definition.object_unknown', { name })
  if (type.definition.settings === 'trail') refuse('object', 'definition.of_the_trail', { name })
  return type
}

export async function checkObject(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before) return keep(['name', 'custody'], values, before)
  const name = String(values.name)
  if (!/^[a-z][a-z0-9_]{1,38}[a-z0-9]$/.test(name)) refuse('name', 'definition.name_form', { name })
  if (ctx.kernel.registry.objects.has(name) || reservedObjects.has(name))
    refuse('name', 'definition.name_taken', { name })
  await refuseRemoved(ctx, 'custom_object', { name })
}

export async function checkField(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before) keep(['object', 'name', 'kind', 'sealed'], values, before)
  const name = String(values.name)
  const type = typeNamed(ctx, values)
  const kind = kinds[String(values.kind)]
  if (!kind || kind.columns.length === 0)
    refuse('kind', 'definition.kind_unknown', { kind: String(values.kind), kinds: Object.keys(kinds) })
  if (!before) {
    if (!/^[a-z][a-zA-Z0-9]{1,38}$/.test(name)) refuse('name', 'definition.name_form', { name })
    if (type.fields.has(name) || reserved.has(name)) refuse('name', 'definition.name_taken', { name })
    await refuseRemoved(ctx, 'custom_field', { object: type.name, name })
  }
  checkSettings(ctx, kind.name, values.settings)
}

/** What was removed keeps its data for thirty days: it is restored from the recycle bin, not made anew over it. */
async function refuseRemoved(ctx: Context, object: string, where: Filter): Promise<void> {
  const { items } = await ctx.recordsNamed(object).list({ deleted: true, where, limit: 1, uncounted: true })
  if (items.length) refuse('name', 'definition.removed', { name: String(items[0]?.values.name) })
}

const numberSettings = ['min', 'max', 'decimals']

function checkSettings(ctx: Context, kind: string, settings: unknown): void {
  const given =
    typeof settings === 'object' && settings !== null && !Array.isArray(settings)
      ? (settings as Record<string, unknown>)
      : {}
  for (const [key, value] of Object.entries(given)) {
    const good =
      (numberSettings.includes(key) && typeof value === 'number') ||
      (key === 'integer' && typeof value === 'boolean') ||
      (key === 'currency' && typeof value === 'string' && /^[A-Z]{3}$/.test(value)) ||
      (key === 'object' && ctx.kernel.registry.objects.has(String(value))) ||
      (key === 'choices' && isChoices(value)) ||
      (key === 'rule' && Array.isArray(value))
    if (!good) refuse('settings', 'definition.setting_unknown', { setting: key })
  }
  if (kind.startsWith('choice') && !given.choices) refuse('settings', 'definition.choices_missing')
  if (kind.startsWith('reference') && !given.object) refuse('settings', 'definition.object_unknown', { name: '' })
}

function isChoices(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 500 && value.every(isChoice)
}

function isChoice(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || !('value' in entry) || !('label' in entry)) return false
  const { value, label } = entry
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    typeof label === 'object' &&
    label !== null &&
    'zh' in label &&
    'en' in label
  )
}

/** What tables and scripts lean on stays as it was made; labels may change. */
export function keep(names: readonly string[], values: Values, before: Values): void {
  const changed = names.find((name) => (values[name] ?? null) !== (before[name] ?? null))
  if (changed) refuse(changed, 'definition.fixed', { name: changed })
}

export function checkItem(ctx: Context, values: Values): void {
  const type = typeNamed(ctx, values)
  if (!isEditableList(type, type.fields.get(String(values.field))))
    refuse('field', 'definition.not_a_list', { name: String(values.field) })
  if (values.level && type.definition.levelBy !== values.field)
    refuse('level', 'definition.no_level', { field: String(values.field) })
}

/** Roles decide about rights; their list is the product's. */
export function isEditableList({ definition }: ObjectType, bound: ReturnType<ObjectType['fields']['get']>): boolean {
  return Array.isArray(bound?.field.options.choices) && !definition.principal
}

/** Everybody who sees a file sees its number and its class: nothing that some may not see goes into them. */
export function isShowable(bound: ObjectType['stored'][number] | undefined, kind: string): boolean {
  return bound?.kind.name === kind && bound.stored && !bound.sealed && bound.field.level === 1
}
