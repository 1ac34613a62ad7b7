import { type ApprovalRule, type ObjectDefinition, type ProposedOperation, proposedOperations } from '#kernel'
import type { Filter } from '#shared/filter'
import { groundsParts } from '#shared/grounds'
import { namesIn } from './needs.ts'

type Row = Readonly<Record<string, unknown>>

/** The house's own rules for whom changes wait. */
export function withApprovals(definition: ObjectDefinition, rows: readonly Row[]): ObjectDefinition {
  const approvals = rows.map(approvalOf).filter((rule) => isMet(definition, rule))
  return approvals.length ? { ...definition, approvals } : definition
}

/** A rule as the kernel asks it. */
export function approvalOf({
  operations,
  fields,
  when,
  exempt,
  superior,
  roles,
  people,
  needs,
  days,
}: Row): ApprovalRule {
  // What stands in the case was checked as a filter of the object when the rule was written.
  const test = when as Filter | null | undefined
  return {
    operations: textsIn(operations).filter(isOperation),
    fields: textsIn(fields),
    ...(test && Object.keys(test).length ? { when: test } : {}),
    exempt: textsIn(exempt),
    days: typeof days === 'number' ? days : null,
    needs: groundsParts.filter((part) => textsIn(needs).includes(part)),
    signers: { superior: superior === true, roles: textsIn(roles), people: textsIn(people) },
  }
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
