import type { Label, Locale } from '#shared/label'
import type { ChoiceWire, Colour } from '#shared/wire'
import type { Field } from '../kernel/object/field.ts'

/** One code's words, in the order in which the codes are declared. */
export type ChoiceSettings = Label & { colour?: Colour; hidden?: boolean }

export function choiceWires(choices: Readonly<Record<string, ChoiceSettings>>): ChoiceWire[] {
  return Object.entries(choices).map(([value, { zh, en, ...looks }]) => ({ value, label: { zh, en }, ...looks }))
}

export function choicesOf(field: Field): readonly ChoiceWire[] {
  const { choices } = field.options
  return Array.isArray(choices) ? choices.filter(isChoice) : []
}

function isChoice(value: unknown): value is ChoiceWire {
  return typeof value === 'object' && value !== null && 'value' in value && 'label' in value
}

/** Code of the choice that a code or a label in any language names, hidden ones too: old files hold them. */
export function findChoice(field: Field, text: string): string | undefined {
  const choices = choicesOf(field)
  const exact = choices.find(({ value }) => value === text)
  if (exact) return exact.value
  const folded = foldChoice(text)
  return choices.find(({ value, label }) => [value, label.zh, label.en].some((name) => foldChoice(name) === folded))
    ?.value
}

function foldChoice(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

export function choiceLabel(field: Field, value: string, locale: Locale): string {
  const choices = choicesOf(field)
  const label = choices.find((choice) => choice.value === value)?.label[locale] ?? value
  // Two choices may bear one word in a language; the code then says which.
  const twice = choices.filter((choice) => foldChoice(choice.label[locale]) === foldChoice(label)).length > 1
  return twice ? value : label
}

/** Words a person may write instead, for the error. */
export function choiceWords(field: Field, locale: Locale): string[] {
  return choicesOf(field)
    .filter(({ hidden }) => !hidden)
    .map(({ label }) => label[locale])
    .slice(0, 20)
}
