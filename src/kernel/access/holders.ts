import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { regard } from './custody.ts'
import { type Holder, keepPrincipals, readPrincipals } from './principals.ts'

type Held = { id: string; values: Readonly<Record<string, unknown>>; deleted?: boolean }

/** Follows a write of records that hold rights: users and units get their numbers, shares and deputies say whose keys they join. */
export async function keepHolders(ctx: Context, type: ObjectType, records: readonly Held[]): Promise<void> {
  const { principal } = type.definition
  if (!principal || principal.kind === 'assignment' || !records.length) return
  await keepPrincipals(
    ctx.db,
    principal.kind,
    records.map((record) => holderOf(type, record)),
  )
  ctx.tx?.known?.clear()
  if (principal.kind !== 'share' || !type.parent) return
  const { field, object } = type.parent
  await regard(ctx, ctx.type(object), [...new Set(records.map(({ values }) => String(values[field])))])
}

function holderOf(type: ObjectType, { id, values, deleted = false }: Held): Holder {
  const { principal } = type.definition
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null)
  if (principal?.kind !== 'share' && principal?.kind !== 'deputy') return { id }
  const span = { from: text(principal.from), until: text(principal.until) }
  if (principal.kind === 'deputy')
    return { id, ...span, grantee: deleted ? null : text(principal.deputy), standsFor: text(principal.absent) }
  const [grantee = null] = deleted ? [] : principal.grantees.flatMap((field) => text(field) ?? [])
  return { id, ...span, grantee, personal: principal.personal ?? false }
}

/** Those of these records whose holder of rights is not what they say. */
export async function holdersApart(ctx: Context, type: ObjectType, records: readonly Held[]): Promise<string[]> {
  const { principal } = type.definition
  if (!principal || principal.kind === 'assignment' || !records.length) return []
  const kept = await readPrincipals(
    ctx.db,
    records.map(({ id }) => id),
  )
  return records
    .filter((record) => {
      const said = holderOf(type, record)
      const holder = kept.get(record.id)
      return !holder || parts.some((part) => (holder[part] || null) !== (said[part] || null))
    })
    .map(({ id }) => id)
}

const parts = ['grantee', 'standsFor', 'personal', 'from', 'until'] as const
