import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Trouble } from '../ui/trouble.tsx'
import './in-place.css'

type InPlaceSectionProps = {
  title: string
  icon: string
  error?: Error | null
  /** Absent: the reader may add nothing here. */
  add?: { label: string; form: (onEnd: () => void) => ReactNode }
  children: ReactNode
}

/** A part of a file whose lines are added, changed and taken back in place. */
export function InPlaceSection({ title, icon, error, add, children }: InPlaceSectionProps) {
  const [isAdding, setAdding] = useState(false)
  return (
    <section className="in-place-section" aria-label={title}>
      <h2>
        <Icon name={icon} size={14} />
        {title}
        {add && !isAdding && <IconButton icon={Plus} size={15} label={add.label} onClick={() => setAdding(true)} />}
      </h2>
      {isAdding && add?.form(() => setAdding(false))}
      <Trouble text={error?.message} />
      {children}
    </section>
  )
}
