import type { FieldAccess } from '#shared/wire'
import type { CatalogueField, FieldRule } from './catalogue.ts'

export const accesses = ['edit', 'read', 'masked', 'hidden'] as const satisfies readonly FieldAccess[]

/** `customer.phone` -> what the role says of it; absent: as the level has it. */
export type FieldRules = Readonly<Record<string, FieldAccess>>

const keyOf = (object: string, field: string): string => `${object}.${field}`

export function fieldRulesOf(rules: readonly FieldRule[]): FieldRules {
  return Object.fromEntries(
    rules.flatMap(({ object, field, access }) => (access === 'edit' ? [] : [[keyOf(object, field), access]])),
  )
}

export function listOfRules(rules: FieldRules): FieldRule[] {
  return Object.keys(rules)
    .toSorted()
    .flatMap((key) => {
      const [object = '', field = ''] = key.split('.')
      const access = rules[key]
      return access ? [{ object, field, access }] : []
    })
}

/** What holds for a field: above the plain level only masks are seen, whatever the role says besides hiding. */
export function accessOf(rules: FieldRules, object: string, field: CatalogueField, plain: number): FieldAccess {
  const rule = rules[keyOf(object, field.name)]
  if (rule === 'hidden' || field.level <= plain) return rule ?? 'edit'
  return 'masked'
}

/** What the role can say: search finds a name, so it stays visible; a level above the plain one is masked at least. */
export function mayBe(field: CatalogueField, access: FieldAccess, plain: number): boolean {
  if (field.findable) return access === 'edit' || access === 'read'
  return field.level <= plain || access === 'masked' || access === 'hidden'
}

export function withRule(rules: FieldRules, object: string, field: CatalogueField, access: FieldAccess): FieldRules {
  const { [keyOf(object, field.name)]: _, ...rest } = rules
  return access === 'edit' ? rest : { ...rest, [keyOf(object, field.name)]: access }
}

export function countOf(rules: FieldRules, object: string): number {
  return Object.keys(rules).filter((key) => key.startsWith(`${object}.`)).length
}
