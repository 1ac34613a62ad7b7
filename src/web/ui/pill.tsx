import type { ReactNode } from 'react'
import type { Colour } from '#shared/wire'

/** A value of a list of values; colour only where it means something. */
export function Pill({ colour = 'grey', children, title }: { colour?: Colour; children: ReactNode; title?: string }) {
  return (
    <span className={`pill pill-${colour}`} title={title}>
      {children}
    </span>
  )
}
