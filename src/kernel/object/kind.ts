import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { OperatorName } from '#shared/filter'
import type { Label, Locale } from '#shared/label'
import type { RegionTable } from '#shared/regions'
import type { Field } from './field.ts'

export type SqlType =
  | 'text'
  | 'bigint'
  | 'integer'
  | 'numeric'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'uuid'
  | 'jsonb'
  | 'bytea'
  | 'text[]'
  | 'uuid[]'
  | 'integer[]'
  | 'smallint'

/** What reading a text depends on beside the text itself. */
export type ParseEnv = {
  locale: Locale
  now: Date
  /** Zone of dates without one, e.g. `Asia/Shanghai`. */
  timeZone: string
  currency: string
  /** Area code put before a seven- or eight-digit local number, e.g. `021`. */
  areaCode?: string
  regions: RegionTable
  /** Id of the record that a name means; undefined where no or more than one record bears it. */
  resolve?: (object: string, text: string) => string | undefined
}

export type FormatEnv = {
  locale: Locale
  timeZone: string
  regions: RegionTable
  /** Title of a referenced record; undefined where the reader may not see it. */
  titleOf?: (id: string) => string | undefined
}

export type Parsed<V> =
  | { value: V | null; problem?: undefined }
  | { value?: undefined; problem: { code: ErrorCode; params?: ErrorParams } }

/** Texts under which a sealed value can be found again, before hashing. */
type LookupTexts = { equal: string; tail?: string; dayOfYear?: string }

/** How far two values agree. `apart`: whatever else agrees, their records are two, as a branch and its head office are. */
export type Agreement = 'same' | 'alike' | 'different' | 'apart'

type LikenessEnv = Pick<ParseEnv, 'regions'>

/** How values of a kind speak for two records being one. */
type Likeness<V> = {
  /** A text that alike values have in common, before hashing. Absent: what they are found by whole, see `lookups`. */
  key?(value: V, env: LikenessEnv): string
  compare(one: V, other: V, env: LikenessEnv): Agreement
}

/** `prefix`: values that agree in so many characters at their beginning agree in this part, and what they share is a value too. */
type KindPart = { name: string; label: Label; aliases?: readonly string[]; prefix?: number }

/**
 * All there is to know about a kind of field. A value exists in three forms:
 * wire (JSON of the API), row (SQL columns) and text (what people type, read and keep in spreadsheets).
 */
export type Kind<V = unknown> = {
  name: string
  label: Label
  /** Columns by suffix: `['', 'bigint'], ['_currency', 'text']`; none = computed, never stored. A sealed kind is stored as one `bytea` by the codec. */
  columns: readonly (readonly [suffix: string, type: SqlType])[]
  /** Always stored through the codec, whatever the field says. */
  sealed?: boolean
  /** Level of its fields where the field does not say. */
  level?: 1 | 2 | 3
  /** Anything -> normalised wire value. `null`, `undefined`, blank text and the usual words for "none" are an empty value. Never throws. */
  parse(input: unknown, field: Field, env: ParseEnv): Parsed<V>
  /** Wire value -> text; `parse(format(value))` gives the value back in every language. */
  format(value: V, field: Field, env: FormatEnv): string
  /** Wire value -> one SQL value per column, and back; default: the value itself. */
  toRow?(value: V): readonly unknown[]
  fromRow?(columns: readonly unknown[]): V
  /** Sealed kinds: wire value <-> the one text that the codec seals; default: the value itself, which then is a string. */
  toSealed?(value: V): string
  fromSealed?(text: string): V
  lookups?(value: V): LookupTexts
  likeness?: Likeness<V>
  operators: readonly OperatorName[]
  /** Part of a value that operators and sorting compare in memory; default: the value itself. */
  comparable?(value: V): string | number | boolean | readonly string[] | null
  /** How an operator's argument is read where it differs from `parse`, e.g. a two-digit region code for `under`. */
  parseArgument?(operator: OperatorName, input: unknown, field: Field, env: ParseEnv): Parsed<unknown>
  /** `pinyin` = in the order of a Chinese dictionary. */
  sort: 'value' | 'pinyin' | 'none'
  groupable: boolean
  /** Its values fall into days, weeks, months, quarters and years, and can be grouped by those. */
  calendar?: true
  /** Words under which a record with this value is found by search; absent = not searchable. */
  searchText?(value: V, field: Field, env: FormatEnv): string
  /** Pinyin of persons reads surnames as such. */
  pinyin?: 'person' | 'text'
  /** What a reader sees who may know that there is a value, not which. */
  mask(value: V): string
  /** JSON Schema of the wire value, without null. */
  schema(field: Field): Record<string, unknown>
  /** A wire value that is valid for the schema and survives every round trip. */
  example(field: Field): V
  /** Level of a record with the value, as its level field has it, where nobody gives one. */
  recordLevel?(value: V, field: Field): string | undefined
  /** Object that the values point to. */
  target?(field: Field): string | undefined
  /** A value that lists spread over several columns, in order; they are joined by blanks before parsing: province, city, district. */
  parts?: readonly KindPart[]
  /** Values are ids of stored files, which belong to the record from then on. */
  holdsFiles?: boolean
  /** Given by the kernel when a record is created without a value, unique for ever. */
  allocated?: boolean
}
