import type { Filter } from '#shared/filter'
import type { Label } from '#shared/label'
import type { VerifyRule } from '#shared/verification'

/** Kept by the record core from the children's records: `{ object: 'purchase', via: 'customer', sum: 'amount' }`. */
export type Rollup = { object: string; via: string } & (
  | { count: true }
  | { sum: string }
  | { max: string }
  | { min: string }
)

export type FieldSettings<V = unknown> = {
  label: Label
  help?: Label
  /** `true`: no record without it. Other needs are requirements, which depend on the record. */
  required?: boolean
  readOnly?: boolean
  level?: 1 | 2 | 3
  sealed?: boolean
  default?: V | 'now' | 'today' | 'me'
  /** Weight in search: A names the record, B helps to find it. */
  search?: 'A' | 'B'
  /** Its own index, for a field that lists filter or sort by. */
  indexed?: boolean
  /** No two live records share its value, whatever the case of its letters. */
  unique?: boolean
  /** Column headings that an import accepts beside name and labels. */
  aliases?: readonly string[]
  rollup?: Rollup
  /** Its values are to be verified. */
  verify?: VerifyRule
}

/** A declared field. `V` is the wire value, carried by the type alone. */
export type Field<V = unknown> = FieldSettings<V> & {
  kind: string
  level: 1 | 2 | 3
  sealed: boolean
  options: Readonly<Record<string, unknown>>
  custom?: boolean
  /** Keeps its data and shows nowhere. */
  hidden?: boolean
  /** Never present: makes `Field<string>` and `Field<number>` differ for the compiler. */
  readonly wire?: V
}

export type Fields = Readonly<Record<string, Field>>

export type WireValue<F> = F extends Field<infer V> ? V : never

type Values<F extends Fields> = { [Name in keyof F]: WireValue<F[Name]> }

/** Facts that every record carries, beside its fields. */
type SystemValues = {
  id: string
  version: number
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  incomplete: readonly string[]
  importId: string
  importRow: number
}

export type FilterOf<F extends Fields> = Filter<Values<F> & SystemValues>

/** What a create or an update takes: any subset, `null` empties a field. */
export type Patch<F extends Fields> = { [Name in keyof F]?: WireValue<F[Name]> | null }
