import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { type ChoiceSettings, choiceLabel, choicesOf, choiceWires, choiceWords, findChoice } from '../choices-of.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'
import { readList } from '../read-list.ts'

/** Several of the field's choices. */
export const choicesKind: Kind<readonly string[]> = {
  name: 'choices',
  label: { zh: '多选', en: 'Choices' },
  columns: [['', 'text[]']],
  parse: (input, field, env) =>
    readList(input, (text) => {
      const value = findChoice(field, text)
      return value === undefined
        ? problem('field.choice_unknown', { choices: choiceWords(field, env.locale) })
        : { value }
    }),
  format: (value, field, env) =>
    value.map((code) => choiceLabel(field, code, env.locale)).join(env.locale === 'zh' ? '；' : '; '),
  operators: ['hasAny', 'hasAll', 'empty'],
  toSealed: (value) => value.join('\n'),
  fromSealed: (text) => text.split('\n'),
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: (field) => ({
    type: 'array',
    items: { type: 'string', enum: choicesOf(field).map(({ value }) => value) },
    minItems: 1,
    uniqueItems: true,
  }),
  example: (field) =>
    choicesOf(field)
      .slice(0, 2)
      .map(({ value }) => value),
}

/** As `choice`, for several codes at once. */
export function choices<const C extends Readonly<Record<string, ChoiceSettings>>>({
  choices: declared,
  ...settings
}: FieldSettings<readonly (keyof C & string)[]> & { choices: C }): Field<readonly (keyof C & string)[]> {
  return declareField(choicesKind, settings, { choices: choiceWires(declared) })
}
