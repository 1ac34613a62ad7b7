import type { GroundsPart } from '#shared/grounds'
import type { Duty } from '../access/duties.ts'
import { personById, standingOfPerson } from '../access/people.ts'
import type { Context } from '../context.ts'
import type { ApprovalRule } from '../object/approval-rule.ts'
import type { PendingChange, ProposedOperation } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { isCase, keyedFields, type Slot, stepsBy, stepsTogether } from './slots.ts'

/** Whom a change waits for: somebody with one of the duties, where the object asks for any, who is one of these people, where rules of the house name some. */
export type Demand = {
  duties: readonly Duty[]
  people: readonly string[] | null
  /** The signatures that these rules ask for, step by step. */
  steps: readonly (readonly Slot[])[]
  /** Who would gain by it. */
  except: readonly string[]
  /** Refused where nobody could sign at that moment. */
  signable: boolean
  /** What the request has to give, by rules of the house. */
  needs: readonly GroundsPart[]
  /** Working days to decide, by the strictest rule; null = whenever. */
  days: number | null
}

/** Whether an operation on such records may have to wait for somebody at all. */
export function mayAsk({ hooks: { approval, asks }, approvals }: ObjectType, operation: ProposedOperation): boolean {
  const byHook = approval !== undefined && (!asks || asks.includes(operation))
  return byHook || approvals.some(({ operations }) => operations.includes(operation))
}

/** What the object and the rules of the house ask for together; both have to be met by whoever signs. */
export async function demandOf(
  ctx: Context,
  type: ObjectType,
  { change, maker }: { change: PendingChange; maker: string | null },
): Promise<Demand | 'alone' | null> {
  const { approval, asks } = type.hooks
  const isAsked = approval && (!asks || asks.includes(change.operation))
  const byHook = isAsked ? await approval(ctx, change) : null
  const byRules = await askedByRules(ctx, type, { change, maker })
  if (!byRules)
    return byHook === null || byHook === 'alone'
      ? byHook
      : { except: [], signable: false, people: null, steps: [], needs: [], days: null, ...byHook }
  const { duties = [], except = [] } = byHook === null || byHook === 'alone' ? {} : byHook
  return { duties, except, signable: true, ...byRules }
}

/** What changes that are signed as one ask for: whoever signs has to meet each of them. */
export function demandTogether(demands: readonly Demand[]): Demand {
  const [first, ...others] = demands
  if (first && !others.length) return first
  const steps = stepsTogether(demands.map((each) => each.steps))
  const named = demands.some(({ people }) => people !== null)
  const asked = demands.flatMap(({ duties }) => (duties.length ? [duties] : []))
  // Any one of its duties will do for each, so one that is common to all does for all.
  const duties = (asked[0] ?? []).filter((duty) => asked.every((each) => each.includes(duty)))
  const isNobodys = asked.length > 0 && !duties.length
  const days = demands.flatMap((each) => each.days ?? [])
  return {
    duties,
    people: isNobodys ? [] : named ? [...new Set(steps.flat().flatMap(({ people }) => people))] : null,
    steps,
    except: [...new Set(demands.flatMap(({ except }) => except))],
    signable: demands.some(({ signable }) => signable),
    needs: [...new Set(demands.flatMap(({ needs }) => needs))],
    days: days.length ? Math.min(...days) : null,
  }
}

/** Rights and the like, and what is keyed again, are decided on one by one and never as one request with others. */
export function isByItself({ duties, steps }: Demand): boolean {
  return duties.length > 0 || steps.some((slots) => slots.some(({ blind }) => blind))
}

/** Those who sign by the rules that fit a change, and what these want to know; null where none does. */
async function askedByRules(
  ctx: Context,
  type: ObjectType,
  { change, maker }: { change: PendingChange; maker: string | null },
): Promise<Omit<Demand, 'duties' | 'except' | 'signable'> | null> {
  // Without the module whose records say who keys again, nobody would.
  const { blinds } = ctx.kernel.registry
  const asking = blinds && !blinds.off ? type.approvals : type.approvals.filter(({ keyed }) => !keyed)
  const fitting = asking.filter((rule) => fits(ctx, type, rule, change))
  if (!fitting.length) return null
  const roles = maker ? await rolesOf(ctx, maker) : []
  const binding = fitting.filter(({ exempt }) => !roles.some((role) => exempt.includes(role)))
  if (!binding.length) return null
  const steps = await stepsBy(ctx, type, binding, { change, maker })
  const days = binding.flatMap((rule) => rule.days ?? [])
  return {
    people: [...new Set(steps.flat().flatMap(({ people }) => people))],
    steps,
    needs: [...new Set(binding.flatMap(({ needs }) => needs))],
    days: days.length ? Math.min(...days) : null,
  }
}

function fits(ctx: Context, type: ObjectType, rule: ApprovalRule, change: PendingChange): boolean {
  const { operations, fields, when, keyed } = rule
  const { operation } = change
  if (!operations.includes(operation)) return false
  if (keyed && !keyedFields(rule, change).length) return false
  const isWhole = operation === 'delete' || operation === 'restore'
  const isTouched = fields.length ? fields.some((field) => change.fields.includes(field)) : change.fields.length > 0
  if (!isWhole && !isTouched) return false
  return !when || isCase(ctx, type, when, change)
}

async function rolesOf(ctx: Context, id: string): Promise<readonly string[]> {
  const person = await personById(ctx.db, ctx.kernel.registry, id)
  return person ? (await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)).roles : []
}
