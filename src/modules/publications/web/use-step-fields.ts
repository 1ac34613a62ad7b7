import type { Label } from '#shared/label'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'

type Offered = { value: string; label: Label }

const labels = {
  name: { zh: '步骤', en: 'Step' },
  what: { zh: '要求', en: 'What must be done' },
  role: { zh: '由谁完成', en: 'Who does it' },
  person: { zh: '指定的人', en: 'Person' },
  days: { zh: '期限（工作日）', en: 'Working days' },
  must: { zh: '必做', en: 'Obligatory' },
  fields: { zh: '须填写的字段', en: 'Fields that must be there' },
  verified: { zh: '须核实的字段', en: 'Fields that must be verified' },
} as const
/** By their relation to the case; further ones are roles. */
const doers: readonly Offered[] = [
  { value: 'owner', label: { zh: '客户负责人', en: 'Who has the customer' } },
  { value: 'unit_head', label: { zh: '客户所属部门的负责人', en: 'Head of the customer’s unit' } },
  { value: 'superior', label: { zh: '发起人的上级', en: 'Superior of who starts the case' } },
  { value: 'person', label: { zh: '指定的人', en: 'A person by name' } },
]

/** What is asked of a step, as fields of the text's own kinds: roles and fields of what it governs are offered by their names. */
export function useStepFields(object: ObjectWire, governed: ObjectWire): readonly FieldWire[] {
  const role = useObjectNamed('role')
  const own = useRecords(role ?? object, role ? {} : { id: nobody })
  const [title, text, count, yes, choices, person] = ['title', 'penalty', 'edition', 'pinned', 'roles', 'owner'].map(
    (name) => fieldOf(object, name),
  )
  if (!title || !text || !count || !yes || !choices || !person) return []
  const roles = [
    ...doers,
    ...choicesOf(choices).map(({ value, label }) => ({ value, label })),
    ...(role ? own.rows : []).map(({ id, nameZh, nameEn }) => ({
      value: id,
      label: { zh: String(nameZh), en: String(nameEn) },
    })),
  ]
  const open = governed.fields.filter(({ access }) => access !== 'hidden')
  const named = (fields: readonly FieldWire[]): readonly Offered[] =>
    fields.map(({ name: value, label }) => ({ value, label }))
  const many = (offered: readonly Offered[]) => ({ ...choices, kind: 'choices', options: { choices: offered } })
  return [
    { ...title, name: 'name' },
    { ...text, name: 'what' },
    { ...choices, name: 'role', kind: 'choice', options: { choices: roles } },
    { ...person, name: 'person' },
    { ...count, name: 'days', readOnly: false },
    { ...yes, name: 'must' },
    { ...many(named(open.filter(({ readOnly }) => !readOnly))), name: 'fields' },
    { ...many(named(open.filter(({ verify }) => verify))), name: 'verified' },
  ].map((field) => ({ ...field, help: undefined, required: false, label: labelOf(field.name) }))
}

function labelOf(name: string): Label {
  return Object.entries(labels).find(([of]) => of === name)?.[1] ?? { zh: name, en: name }
}

const nobody = '00000000-0000-0000-0000-000000000000'
