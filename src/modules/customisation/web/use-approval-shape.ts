import type { Label } from '#shared/label'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'

type Offered = { value: string; label: Label }

/** The rule's own fields, with its lists of names as choices: of the object's fields, and of the roles that the house has. */
export function useApprovalShape(object: ObjectWire, rule: ObjectWire): ObjectWire {
  const user = useObjectNamed('user')
  const role = useObjectNamed('role')
  const own = useRecords(role ?? rule, role ? {} : { id: nobody })
  const standard = user && fieldOf(user, 'role')
  const roles = [
    ...(standard ? choicesOf(standard) : []).map(({ value, label }) => ({ value, label })),
    ...own.rows.map(({ id, nameZh, nameEn }) => ({ value: id, label: { zh: String(nameZh), en: String(nameEn) } })),
  ]
  const fields = object.fields
    .filter(({ readOnly, access }) => !readOnly && access !== 'hidden')
    .map(({ name, label }) => ({ value: name, label }))
  const offered: Readonly<Record<string, readonly Offered[]>> = { fields, exempt: roles, roles }
  const shape = (field: FieldWire): FieldWire => {
    const choices = offered[field.name]
    return choices ? { ...field, kind: 'choices', options: { choices } } : field
  }
  return { ...rule, fields: rule.fields.map(shape) }
}

const nobody = '00000000-0000-0000-0000-000000000000'
