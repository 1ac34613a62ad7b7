import type { ErrorCode } from '#shared/error-codes'
import type { Field } from '../kernel/object/field.ts'

/** What the contract suites, in memory and in SQL, try a kind with. */
export type KindSamples<V = unknown> = {
  field: Field<V>
  /** Normalised wire values in ascending order where the kind is ordered. */
  values: readonly V[]
  /** What people type -> the wire value. */
  texts: readonly (readonly [input: unknown, value: V])[]
  invalid: readonly (readonly [input: unknown, code: ErrorCode])[]
  /** Inputs that mean no value, beside those that mean it for every kind. */
  empty?: readonly unknown[]
  /** Free text: the words for "none" are kept as written. */
  free?: boolean
}
