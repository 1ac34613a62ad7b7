/** What may stand between the signs of a class code; none of them is part of a sign. */
export const separators = ['-', '.', '/', '_', '·'] as const

/** One place of a class code. */
type ClassPart =
  /** What stands for each value of a choice. */
  | { field: string; signs: Readonly<Record<string, string>> }
  /** The first letters of the value's own code. */
  | { field: string; letters: number }
  /** First `digits` of the region's code. */
  | { region: string; digits: 2 | 4 | 6 }

/** Of what a class code is made, in which order: `COM-C-33`. */
export type ClassScheme = { separator: (typeof separators)[number]; parts: readonly ClassPart[] }

/** Stands where nothing is known, so that the parts keep their places. */
const unknown = '0'

export function classCodeBy({ separator, parts }: ClassScheme, values: Readonly<Record<string, unknown>>): string {
  return parts.map((part) => signOf(part, values[fieldOfPart(part)]) || unknown).join(separator)
}

export function fieldOfPart(part: ClassPart): string {
  return 'region' in part ? part.region : part.field
}

/** What stands for one value. One that came to its list after the scheme stands under its own code until it has a sign. */
export function signOf(part: ClassPart, value: unknown): string {
  if (typeof value !== 'string') return ''
  if ('region' in part) return value.slice(0, part.digits)
  if ('letters' in part) return value.slice(0, part.letters).toUpperCase()
  return part.signs[value] ?? value.toUpperCase()
}

type SchemeProblem = 'class.empty' | 'class.field_twice' | 'class.sign_form' | 'class.sign_missing' | 'class.sign_twice'

const signForm = /^[\p{Lu}\p{Lo}\p{N}]{1,8}$/u

/** Why a scheme could say one thing of two kinds of files; `valuesOf`: what a choice offers now. Undefined where it could not. */
export function problemOfScheme(
  { parts }: ClassScheme,
  valuesOf: (field: string) => readonly string[],
): SchemeProblem | undefined {
  if (parts.length === 0) return 'class.empty'
  if (new Set(parts.map(fieldOfPart)).size < parts.length) return 'class.field_twice'
  for (const part of parts) {
    if (!('field' in part)) continue
    const given = valuesOf(part.field).map((value) => ('signs' in part ? part.signs[value] : signOf(part, value)))
    if (given.some((sign) => !sign)) return 'class.sign_missing'
    const signs = 'signs' in part ? Object.values(part.signs) : given.map(String)
    if (signs.some((sign) => !signForm.test(sign))) return 'class.sign_form'
    // What is not known has a sign too.
    if (new Set([...signs, unknown]).size <= signs.length) return 'class.sign_twice'
  }
  return undefined
}
