import { type ComponentType, createContext, type ReactNode } from 'react'
import type { CellProps, InputProps } from '../kind-web.ts'

/** `children`: how it is shown to whoever may not read those records. */
export type OfObject = { object: string; children: ReactNode }

/** How conditions on the records of an object are typed and told. The kinds' looks cannot ask for them: they stand on them. */
export type FilterParts = {
  Input: ComponentType<InputProps & OfObject>
  Told: ComponentType<CellProps & OfObject>
}

export const FilterPartsContext = createContext<FilterParts | null>(null)
