import type { Filter } from '#shared/filter'

/** What a chart draws as one bar, slice or square, with the records behind it. */
export type Slice = {
  value: unknown
  text: string
  /** Undefined where amounts of several currencies would be added up. */
  figure: number | undefined
  /** The figure as people read it. */
  told: string
  /** Conditions of the records behind it; absent where there are none. */
  where?: Filter
}
