import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { type ChoiceSettings, choiceLabel, choicesOf, choiceWires, choiceWords, findChoice } from '../choices-of.ts'
import { isEmptyWord, textOf } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { emptyValue, problem } from '../parsed.ts'

/** One of the field's choices, kept as its code. */
export const choiceKind: Kind<string> = {
  name: 'choice',
  label: { zh: '单选', en: 'Choice' },
  columns: [['', 'text']],
  parse(input, field, env) {
    const text = textOf(input)
    if (text === undefined) return problem('field.invalid')
    const value = findChoice(field, text)
    if (value !== undefined) return { value }
    return text === '' || isEmptyWord(text)
      ? emptyValue
      : problem('field.choice_unknown', { choices: choiceWords(field, env.locale) })
  },
  format: (value, field, env) => choiceLabel(field, value, env.locale),
  operators: ['eq', 'ne', 'in', 'notIn', 'empty'],
  sort: 'value',
  groupable: true,
  mask: () => '***',
  schema: (field) => ({ type: 'string', enum: choicesOf(field).map(({ value }) => value) }),
  example: (field) => choicesOf(field)[0]?.value ?? '',
  recordLevel: (value, field) => choicesOf(field).find((choice) => choice.value === value)?.level,
}

/** The codes are the value's type: a code that is not declared does not compile in a default, a filter or a patch. */
export function choice<const C extends Readonly<Record<string, ChoiceSettings>>>({
  choices,
  ...settings
}: FieldSettings<keyof C & string> & { choices: C }): Field<keyof C & string> {
  return declareField(choiceKind, settings, { choices: choiceWires(choices) })
}
