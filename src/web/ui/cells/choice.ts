import type { Locale } from '#shared/label'
import type { ChoiceWire, Colour, FieldWire } from '#shared/wire'

const levels = ['1', '2', '3'] as const
const colours = ['grey', 'blue', 'violet', 'amber', 'green', 'red'] as const satisfies readonly Colour[]

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A column in which the longest value stands whole, as far as a list has room for it: a sign of Chinese is as wide as it is high, a letter half of that. */
export function widthOfChoices(field: FieldWire, locale: Locale): number {
  const [least, most, sign, beside] = [120, 300, 13, 38]
  const signs = choicesOf(field).map(({ label }) =>
    [...label[locale]].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.53), 0),
  )
  return Math.round(Math.max(least, Math.min(most, Math.max(0, ...signs) * sign + beside)))
}

const read = new WeakMap<FieldWire, readonly ChoiceWire[]>()

/** The values that a choice field offers, in their order; read once, as a list asks in each of its rows. */
export function choicesOf(field: FieldWire): readonly ChoiceWire[] {
  const known = read.get(field) ?? readChoices(field)
  read.set(field, known)
  return known
}

function readChoices(field: FieldWire): readonly ChoiceWire[] {
  const choices: unknown = field.options.choices
  if (!Array.isArray(choices)) return []
  return choices.flatMap((choice: unknown) => {
    if (!isRecord(choice) || typeof choice.value !== 'string' || !isRecord(choice.label)) return []
    const { zh, en } = choice.label
    const label = { zh: String(zh ?? en ?? choice.value), en: String(en ?? zh ?? choice.value) }
    return [
      {
        value: choice.value,
        label,
        colour: colours.find((one) => one === choice.colour),
        hidden: choice.hidden === true,
        level: levels.find((one) => one === choice.level),
      },
    ]
  })
}
