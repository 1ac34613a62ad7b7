import { classOptions } from '#field-types'
import type { Fields, ObjectDefinition } from '#kernel'
import type { ChoiceWire, Colour } from '#shared/wire'
import { withApprovals } from './approvals.ts'
import { arrange, readSections } from './arrange.ts'
import { readScheme } from './class-rule.ts'
import { withNeeds } from './needs.ts'
import { withVerify } from './verify-rule.ts'

type Row = Readonly<Record<string, unknown>>
export type Adjustments = {
  items: readonly Row[]
  rules: readonly Row[]
  approvals: readonly Row[]
  layouts: readonly Row[]
}

/** Definitions with the company's own value lists, needs, number rules, approvals and sections. */
export function adjuster({
  items,
  rules,
  approvals,
  layouts,
}: Adjustments): (definition: ObjectDefinition) => ObjectDefinition {
  return (definition) => {
    const ownItems = items.filter(({ object }) => object === definition.name)
    const ownApprovals = approvals.filter(({ object }) => object === definition.name)
    const ownRules = rules.filter(({ object }) => object === definition.name)
    const sections = readSections(layouts.findLast(({ object }) => object === definition.name)?.sections)
    const fields = withClass(
      withVerify(withOrder(withRules(withChoices(definition.fields, ownItems), ownRules), ownRules), ownRules),
      ownRules,
    )
    const whole = withApprovals(withNeeds({ ...definition, fields }, ownRules), ownApprovals)
    return sections ? arrange(whole, sections) : whole
  }
}

function withChoices(fields: Fields, items: readonly Row[]): Fields {
  const changed = [...Map.groupBy(items, ({ field }) => String(field))].flatMap(([name, own]) => {
    const field = fields[name]
    const standard = field?.options.choices
    if (!field || !Array.isArray(standard)) return []
    return [[name, { ...field, options: { ...field.options, choices: merge(standard as ChoiceWire[], own) } }] as const]
  })
  return { ...fields, ...Object.fromEntries(changed) }
}

/** Entries under a known code replace it in its place; new ones follow in their own order. */
function merge(standard: readonly ChoiceWire[], items: readonly Row[]): ChoiceWire[] {
  const own = new Map(items.map((row) => [String(row.value), row]))
  const kept = standard.map((choice) => {
    const row = own.get(choice.value)
    return row ? choiceOf(row, choice) : choice
  })
  const added = [...own.values()].filter(({ value }) => !standard.some((choice) => choice.value === value))
  return [...kept, ...added.sort((a, b) => Number(a.position) - Number(b.position)).map((row) => choiceOf(row))]
}

function choiceOf({ value, labelZh, labelEn, colour, hidden, level }: Row, before?: ChoiceWire): ChoiceWire {
  return {
    value: String(value),
    label: { zh: String(labelZh), en: String(labelEn) },
    // The colour's own choices are the palette, the level's the levels.
    colour: (colour as Colour | null) ?? before?.colour,
    level: (level as ChoiceWire['level'] | null) ?? before?.level,
    ...(hidden === true ? { hidden: true } : {}),
  }
}

function withRules(fields: Fields, rules: readonly Row[]): Fields {
  const numbered = rules.flatMap(({ rule, field: name, parts }) => {
    const field = fields[String(name)]
    return rule === 'number' && field && Array.isArray(parts)
      ? [[String(name), { ...field, options: { ...field.options, rule: parts } }] as const]
      : []
  })
  return { ...fields, ...Object.fromEntries(numbered) }
}

function withClass(fields: Fields, rules: readonly Row[]): Fields {
  const classed = rules.flatMap(({ rule, field: name, parts }) => {
    const field = fields[String(name)]
    const scheme = rule === 'class' ? readScheme(parts) : undefined
    return field && scheme
      ? [[String(name), { ...field, options: { ...field.options, ...classOptions(scheme, fields) } }] as const]
      : []
  })
  return { ...fields, ...Object.fromEntries(classed) }
}

/** A list in the company's own order; what the order does not name follows as it stood. */
function withOrder(fields: Fields, rules: readonly Row[]): Fields {
  const ordered = rules.flatMap(({ rule, field: name, parts }) => {
    const field = fields[String(name)]
    const choices = field?.options.choices
    if (rule !== 'order' || !field || !Array.isArray(choices) || !Array.isArray(parts)) return []
    const places = new Map(parts.map((value, place) => [value, place]))
    const placeOf = ({ value }: ChoiceWire): number => places.get(value) ?? places.size
    const sorted = (choices as ChoiceWire[]).toSorted((a, b) => placeOf(a) - placeOf(b))
    return [[String(name), { ...field, options: { ...field.options, choices: sorted } }] as const]
  })
  return { ...fields, ...Object.fromEntries(ordered) }
}
