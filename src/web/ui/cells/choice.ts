import type { ChoiceWire, Colour, FieldWire } from '#shared/wire'

const levels = ['1', '2', '3'] as const
const colours = ['grey', 'blue', 'violet', 'amber', 'green', 'red'] as const satisfies readonly Colour[]

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
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
