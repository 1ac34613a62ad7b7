import type { OperatorName } from '#shared/filter'
import type { FieldWire } from '#shared/wire'
import { shownAs } from '../registry.ts'

const manyOf: Record<string, { kind: string; object?: string }> = {
  choice: { kind: 'choices' },
  reference: { kind: 'references' },
  user: { kind: 'references', object: 'user' },
  unit: { kind: 'references', object: 'unit' },
}

/** The field whose input and looks suit the argument of an operator: several choices for "is any of", a text for "contains". */
export function argumentField(declared: FieldWire, operator: OperatorName): FieldWire {
  const shown = shownAs(declared)
  // Who asks for a day plans nothing.
  const options = { ...shown.options, planned: undefined }
  const field: FieldWire = { ...shown, required: true, readOnly: false, options }
  if (operator === 'empty') return { ...field, kind: 'boolean' }
  if (operator === 'contains' || operator === 'startsWith' || operator === 'tail')
    return { ...field, kind: 'text', options: {} }
  if (operator === 'withinDays') return { ...field, kind: 'number', options: { integer: true } }
  if (operator !== 'in' && operator !== 'notIn') return field.kind === 'long_text' ? { ...field, kind: 'text' } : field
  const many = manyOf[field.kind]
  if (!many) return { ...field, kind: 'tags' }
  return { ...field, kind: many.kind, options: many.object ? { object: many.object } : field.options }
}

const preferred: readonly OperatorName[] = ['contains', 'under', 'hasAny', 'withinDays', 'gte', 'in', 'eq']

/** The operator that most people want first: of days and amounts a span, of choices some of them. */
export function firstOperator(field: FieldWire): OperatorName {
  return preferred.find((operator) => field.operators.includes(operator)) ?? field.operators[0] ?? 'eq'
}
