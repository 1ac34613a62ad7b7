import type { Label, Locale } from '#shared/label'
import type { ChoiceWire } from '#shared/wire'
import type { Field } from '../kernel/object/field.ts'

/** One code's words, in the order in which the codes are declared. */
export type ChoiceSettings = Label & Pick<ChoiceWire, 'colour' | 'hidden' | 'level'>

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

/** Codes by the codes and words that name them; built once for a list of choices, which every cell of an import asks. */
const names = new WeakMap<object, { codes: ReadonlySet<string>; folded: ReadonlyMap<string, string> }>()

function namesOf(field: Field) {
  const { choices } = field.options
  const key = typeof choices === 'object' && choices !== null ? choices : field
  const known = names.get(key)
  if (known) return known
  const folded = new Map<string, string>()
  for (const { value, label } of choicesOf(field)) {
    for (const name of [value, label.zh, label.en].map(foldChoice)) if (!folded.has(name)) folded.set(name, value)
  }
  const made = { codes: new Set(choicesOf(field).map(({ value }) => value)), folded }
  names.set(key, made)
  return made
}

/** Code of the choice that a code or a label in any language names, hidden ones too: old files hold them. */
export function findChoice(field: Field, text: string): string | undefined {
  const { codes, folded } = namesOf(field)
  return codes.has(text) ? text : folded.get(foldChoice(text))
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
