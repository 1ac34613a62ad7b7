import { AppError, type FieldError } from '#shared/app-error'
import { fieldAccess, mayWrite } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType, unknownField } from '../object/object-type.ts'

/** A value that could not be read, with the text as it came. */
export type Unread = FieldError & { original: string }

export type ReadOptions = {
  /** Finds the record that a name means, where input names records in words. */
  resolve?: (object: string, text: string) => string | undefined
  /** The input brings the record's own past, such as when it was last followed up. */
  past?: boolean
}

/** Facts that the product keeps from then on, but that a list may bring along. */
export function isPast({ field: { rollup } }: BoundField): boolean {
  return rollup !== undefined && 'max' in rollup
}

export type Normalised = { values: Record<string, unknown>; unread: Unread[] }

/** Input of a page, the API or an import -> normalised wire values. Unknown and system-kept fields are refused. */
export function normalise(
  ctx: Context,
  type: ObjectType,
  input: Readonly<Record<string, unknown>>,
  options: ReadOptions = {},
): Normalised {
  const values: Record<string, unknown> = {}
  const unread: Unread[] = []
  const env = { ...ctx.parseEnv(), resolve: options.resolve }
  for (const [name, raw] of Object.entries(input)) {
    if (raw === undefined) continue
    const bound = fieldOf(type, name)
    if (!(options.past && isPast(bound))) refuseReadOnly(ctx, type, bound)
    const parsed = bound.kind.parse(raw, bound.field, env)
    if (parsed.problem) {
      values[name] = null
      unread.push(unreadOf(ctx, bound, raw, parsed.problem))
    } else values[name] = parsed.value
  }
  return { values, unread }
}

function unreadOf(
  ctx: Context,
  bound: BoundField,
  raw: unknown,
  problem: { code: FieldError['code']; params?: FieldError['params'] },
): Unread {
  const original = typeof raw === 'string' ? raw : JSON.stringify(raw)
  return {
    path: bound.name,
    code: problem.code,
    params: { field: bound.field.label[ctx.locale], input: original.slice(0, 100), ...problem.params },
    original,
  }
}

function refuseReadOnly(ctx: Context, type: ObjectType, bound: BoundField): void {
  if (fieldAccess(ctx, type, bound) === 'hidden') throw unknownField(bound.name)
  if (!isTaken(ctx, type, bound)) {
    const params = { field: bound.field.label[ctx.locale] }
    throw new AppError(422, 'field.read_only', {
      params,
      errors: [{ path: bound.name, code: 'field.read_only', params }],
    })
  }
}

/** Whether the actor's input may bring a value of the field: nobody brings what the product keeps. */
export function isTaken(ctx: Context, type: ObjectType, bound: BoundField): boolean {
  const kept = bound.field.rollup || (bound.field.readOnly && !bound.kind.allocated)
  return bound.stored && mayWrite(ctx, type, bound) && !(kept && !ctx.systemReason)
}

/** Fills what a new record leaves open. */
export function withDefaults(ctx: Context, type: ObjectType, values: Record<string, unknown>): Record<string, unknown> {
  for (const { name, field } of type.stored) {
    if (values[name] !== undefined || field.default === undefined) continue
    values[name] = defaultValue(ctx, field.default)
  }
  return values
}

function defaultValue(ctx: Context, value: unknown): unknown {
  if (value === 'now') return ctx.now().toISOString()
  if (value === 'today') return dateIn(ctx.now(), ctx.kernel.settings.timeZone)
  if (value === 'me') return ctx.actor.id
  return value
}

/** Making one costs more than all else that a new record's number needs. */
const calendars = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export function dateIn(at: Date, timeZone: string): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  calendars.set(timeZone, calendar)
  return calendar.format(at)
}
