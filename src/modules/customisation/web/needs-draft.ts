import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { choicesOf } from '../../../web/ui/cells/choice.ts'

const needWords = ['optional', 'recommended', 'required'] as const
export type NeedWord = (typeof needWords)[number]

/** A case in which a field is needed or recommended; without `when`: always. */
export type Need = { need: 'required' | 'recommended'; when?: Filter }

const rank = (need: NeedWord): number => needWords.indexOf(need)
const stronger = (one: NeedWord, other: NeedWord): NeedWord => (rank(one) >= rank(other) ? one : other)

/** What a field needs by the rules in force. */
export function needsOf(object: ObjectWire, field: string): readonly Need[] {
  return object.requirements.flatMap(({ field: of, need, when }) => {
    if (of !== field || need === 'optional') return []
    return [isCase(when) ? { need, when } : { need }]
  })
}

/** The same as they are kept, whether or not they say `always` by an empty case. */
export function readNeeds(parts: unknown): readonly Need[] {
  if (!Array.isArray(parts)) return []
  return parts.flatMap((one: { need?: unknown; when?: unknown }) => {
    if (one.need !== 'required' && one.need !== 'recommended') return []
    return [isCase(one.when) ? { need: one.need, when: one.when } : { need: one.need }]
  })
}

function isCase(when: unknown): when is Filter {
  return typeof when === 'object' && when !== null && Object.keys(when).length > 0
}

/** Fields whose values are a short list: by them a matrix has columns. */
export function dimensionsOf(object: ObjectWire): readonly string[] {
  return object.fields
    .filter((field) => field.kind === 'choice' && !field.sealed && !isVeiled(field.access))
    .filter((field) => valuesOf(object, field.name).length > 1 && valuesOf(object, field.name).length <= 10)
    .map(({ name }) => name)
}

function isVeiled(access: string): boolean {
  return access === 'masked' || access === 'hidden'
}

export function valuesOf(object: ObjectWire, dimension: string): readonly string[] {
  const field = object.fields.find(({ name }) => name === dimension)
  return field ? choicesOf(field).flatMap(({ value, hidden }) => (hidden ? [] : [value])) : []
}

/** The values of the dimension that a case is about, where it is about nothing else. */
function valuesIn({ when }: Need, dimension: string): readonly string[] | undefined {
  if (!when) return undefined
  const [[name, condition] = [], ...others] = Object.entries(when)
  if (name !== dimension || others.length) return undefined
  if (typeof condition === 'string') return [condition]
  if (typeof condition !== 'object' || condition === null) return undefined
  const [[operator, argument] = [], ...more] = Object.entries(condition)
  if (more.length) return undefined
  if (operator === 'eq' && typeof argument === 'string') return [argument]
  return operator === 'in' && Array.isArray(argument) ? argument.map(String) : undefined
}

/** `inherited`: because it always is. `varies`: in some cases it is needed more than that. */
export type Cell = { need: NeedWord; inherited: boolean; varies: boolean }

function alwaysOf(needs: readonly Need[]): NeedWord {
  return needs.reduce<NeedWord>((sum, { need, when }) => (when ? sum : stronger(sum, need)), 'optional')
}

function specificOf(needs: readonly Need[], dimension: string, value: string): NeedWord {
  return needs.reduce<NeedWord>(
    (sum, each) => (valuesIn(each, dimension)?.includes(value) ? stronger(sum, each.need) : sum),
    'optional',
  )
}

/** Cases that no column of the dimension tells. */
export function otherCases(needs: readonly Need[], dimension: string): readonly Need[] {
  return needs.filter((each) => each.when && !valuesIn(each, dimension))
}

export function cellOf(needs: readonly Need[], dimension: string, value: string): Cell {
  const always = alwaysOf(needs)
  const specific = specificOf(needs, dimension, value)
  const need = stronger(always, specific)
  return { need, inherited: rank(specific) <= rank(always), varies: variesBeyond(needs, dimension, need) }
}

function variesBeyond(needs: readonly Need[], dimension: string, need: NeedWord): boolean {
  return otherCases(needs, dimension).some((each) => rank(each.need) > rank(need))
}

export function alwaysCell(needs: readonly Need[], dimension: string): Cell {
  const need = alwaysOf(needs)
  return { need, inherited: false, varies: variesBeyond(needs, dimension, need) }
}

/** Always so; what was said of single cases and asks for no more goes. */
export function withAlways(needs: readonly Need[], need: NeedWord): readonly Need[] {
  const further = needs.filter((each) => each.when && rank(each.need) > rank(need))
  return need === 'optional' ? further : [{ need }, ...further]
}

/** One value of the dimension needs it so; where that is less than always, the others keep what they had. */
export function withCell(
  needs: readonly Need[],
  { dimension, values, value, need }: { dimension: string; values: readonly string[]; value: string; need: NeedWord },
): readonly Need[] {
  const isLess = rank(need) < rank(alwaysOf(needs))
  const always = isLess ? 'optional' : alwaysOf(needs)
  const cells = values.map((each) => ({
    value: each,
    need: each === value ? need : isLess ? cellOf(needs, dimension, each).need : specificOf(needs, dimension, each),
  }))
  const specific = (['required', 'recommended'] as const).flatMap((word): Need[] => {
    const of = cells.filter((each) => each.need === word && rank(word) > rank(always)).map((each) => each.value)
    const [only] = of
    if (only === undefined) return []
    return [{ need: word, when: { [dimension]: of.length === 1 ? only : { in: of } } }]
  })
  const first: Need[] = always === 'optional' ? [] : [{ need: always }]
  return [...first, ...specific, ...otherCases(needs, dimension)]
}

/** The next word that a press turns to. */
export function turned(need: NeedWord): NeedWord {
  return needWords[(rank(need) + 1) % needWords.length] ?? 'optional'
}
