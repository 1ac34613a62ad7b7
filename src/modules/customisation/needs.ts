import { z } from 'zod'
import type { ObjectDefinition } from '#kernel'
import type { Filter } from '#shared/filter'

type Row = Readonly<Record<string, unknown>>

/** A case in which a field is needed or recommended; without `when`: always. */
export type Need = { need: 'required' | 'recommended'; when?: Filter }

const need = z.strictObject({
  need: z.enum(['required', 'recommended']),
  when: z.record(z.string(), z.unknown()).nullish(),
})
/** All cases of a field; none: it is optional. */
const needList = z.array(need).max(40)

/** The cases of a rule of the sort `needs`; undefined where they are none. */
export function readNeeds(parts: unknown): readonly Need[] | undefined {
  const { data } = needList.safeParse(parts)
  // What stands in the cases was checked as filters of the object when the rule was written.
  return data?.map(({ need: one, when }) => ({ need: one, ...(when && isCase(when) ? { when: when as Filter } : {}) }))
}

function isCase(when: object): boolean {
  return Object.keys(when).length > 0
}

const single = new Set(['required', 'recommended', 'optional'])

/** The sorts of rules that say what a field needs: in one case each, or `needs` in all of them, which then stand alone. */
export function isNeedRule(rule: unknown): boolean {
  return rule === 'needs' || single.has(String(rule))
}

/** A company's rules for a field take the place of the standard ones for it. */
export function withNeeds(definition: ObjectDefinition, rules: readonly Row[]): ObjectDefinition {
  const own = Map.groupBy(
    rules.filter(({ rule }) => isNeedRule(rule)),
    ({ field }) => String(field),
  )
  const kept = (definition.requirements ?? []).filter(({ field }) => !own.has(field))
  const added = [...own].flatMap(([field, rows]) =>
    needsOf(rows)
      .filter((each) => isMet(definition, field, each))
      .map((each) => ({ field, ...each })),
  )
  return { ...definition, requirements: [...kept, ...added] }
}

function needsOf(rows: readonly Row[]): readonly Need[] {
  const whole = rows.findLast(({ rule }) => rule === 'needs')
  if (whole) return readNeeds(whole.parts) ?? []
  return rows.flatMap(({ rule, when }) => {
    if (rule !== 'required' && rule !== 'recommended') return []
    return [{ need: rule, ...(when ? { when: when as Filter } : {}) } as const]
  })
}

/** What nobody sees nobody fills, and a case of a field that has been removed is nobody's. */
function isMet({ fields }: ObjectDefinition, field: string, { when }: Need): boolean {
  const target = fields[field]
  return target !== undefined && !target.hidden && namesIn(when ?? {}).every((name) => name in fields)
}

/** The fields that a filter tests. */
export function namesIn({ and = [], or = [], not, ...tests }: Filter): readonly string[] {
  return [...Object.keys(tests), ...[...and, ...or, ...(not ? [not] : [])].flatMap(namesIn)]
}
