import { z } from 'zod'
import {
  type ApprovalRule,
  type ApprovalStep,
  entryWays,
  type KeyedAgain,
  type ObjectDefinition,
  type ProposedOperation,
  proposedOperations,
} from '#kernel'
import type { Filter } from '#shared/filter'
import { groundsParts } from '#shared/grounds'
import { namesIn } from './needs.ts'

type Row = Readonly<Record<string, unknown>>

/** The house's own rules for whom changes wait. */
export function withApprovals(definition: ObjectDefinition, rows: readonly Row[]): ObjectDefinition {
  const met = rows.filter((row) => isMet(definition, approvalOf(row)))
  const approvals = met.filter((row) => row.again !== true || isHeld(row)).map(approvalOf)
  const keyedAgain = met.filter(({ again }) => again === true).flatMap(keyedAgainOf)
  return {
    ...definition,
    ...(approvals.length ? { approvals } : {}),
    ...(keyedAgain.length ? { keyedAgain } : {}),
  }
}

const isHeld = ({ again, holds }: Row): boolean => again === true && holds === true

/** A rule by which values are keyed again; the change waits for that where the rule says so, or holds at once. */
function keyedAgainOf(row: Row): KeyedAgain[] {
  const { operations, fields, when, exempt, steps } = approvalOf(row)
  const share = typeof row.share === 'number' ? row.share : wholeShare
  const ways = entryWays.filter((way) => textsIn(row.ways).includes(way))
  const resolver = row.resolver === 'first' ? 'first' : 'third'
  return steps
    .slice(0, 1)
    .map((by) => ({ operations, fields, when, exempt, by, share, ways, resolver, holds: isHeld(row) }))
}

export const wholeShare = 100

/** A rule as the kernel asks it. */
export function approvalOf({ operations, fields, when, exempt, needs, days, ...first }: Row): ApprovalRule {
  // What stands in the case was checked as a filter of the object when the rule was written.
  const test = when as Filter | null | undefined
  return {
    operations: textsIn(operations).filter(isOperation),
    fields: textsIn(fields),
    ...(test && Object.keys(test).length ? { when: test } : {}),
    exempt: textsIn(exempt),
    days: typeof days === 'number' ? days : null,
    ...(isHeld(first) ? { keyed: true as const } : {}),
    needs: groundsParts.filter((part) => textsIn(needs).includes(part)),
    steps: [
      {
        all: first.all === true,
        superior: first.superior === true,
        roles: textsIn(first.roles),
        people: textsIn(first.people),
      },
      ...furtherSteps(first.steps),
    ],
  }
}

const further = z
  .array(
    z.strictObject({
      all: z.boolean().default(false),
      superior: z.boolean().default(false),
      roles: z.array(z.string()).max(200).default([]),
      people: z.array(z.uuid()).max(200).default([]),
      when: z.record(z.string(), z.unknown()).nullish(),
    }),
  )
  .max(8)

/** What stands there was checked when the rule was written; what is no list of steps is none. */
function furtherSteps(value: unknown): ApprovalStep[] {
  const read = further.safeParse(value ?? [])
  // A case was checked as a filter of the object.
  const steps = read.success ? read.data : []
  return steps.map(({ when, ...step }) => ({
    ...step,
    ...(when && Object.keys(when).length ? { when: when as Filter } : {}),
  }))
}

/** Steps as they were written, for whoever checks them; undefined for what is none. */
export function writtenSteps(value: unknown): ApprovalStep[] | undefined {
  return value === null || value === undefined || further.safeParse(value).success ? furtherSteps(value) : undefined
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function isOperation(name: string): name is ProposedOperation {
  return proposedOperations.some((one) => one === name)
}

/** A case of a field that has been removed is nobody's; of its fields those count that there are. */
function isMet({ fields }: ObjectDefinition, { when, fields: named }: ApprovalRule): boolean {
  return namesIn(when ?? {}).every((name) => name in fields) && (!named.length || named.some((name) => name in fields))
}
