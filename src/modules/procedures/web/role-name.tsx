import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { useWords } from '../../../web/words/words.ts'
import { useProcedureWords } from './words.ts'

/** Who does a step, in words; the company's own roles are named on their own page. */
export function useRoleName(): (role: string | null) => string {
  const t = useProcedureWords()
  const { label } = useWords()
  const editions = useObjectNamed('edition')
  const field = editions && fieldOf(editions, 'roles')
  const names = new Map((field ? choicesOf(field) : []).map((choice) => [choice.value, label(choice.label)]))
  return (role) => {
    if (role === 'owner') return t('ofTheFile')
    if (role === 'unit_head' || role === 'superior' || role === 'person') return t(`doer.${role}`)
    return names.get(role ?? '') ?? t('ownRole')
  }
}

export function ToldRole({ value }: { value: unknown }) {
  return useRoleName()(String(value))
}

/** Several, as they stand in a rule. */
export function ToldRoles({ value }: { value: unknown }) {
  const roleName = useRoleName()
  const codes: readonly unknown[] = Array.isArray(value) ? value : []
  return codes.map((code) => roleName(String(code))).join(' · ')
}
