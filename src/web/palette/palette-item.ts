import type { ReactNode } from 'react'

/** One line of the palette, and what it does. */
export type PaletteItem = {
  key: string
  group: 'favourite' | 'go' | 'create' | 'run' | 'found'
  icon?: ReactNode
  title: string
  detail?: string | null
  meta?: string
  run: () => void
}
