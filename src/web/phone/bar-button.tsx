import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

type BarButtonProps = ComponentProps<'button'> & {
  icon: LucideIcon
  text: string
  /** What is read aloud, where the few words on it do not say all. */
  label?: string
}

/** One of the things at hand: as wide as a thumb, with its word below. */
export function BarButton({ icon: Drawn, text, label, ...button }: BarButtonProps) {
  return (
    <button type="button" {...button} className="file-bar-button" aria-label={label}>
      <Drawn size={19} strokeWidth={1.75} aria-hidden />
      <span className="truncate">{text}</span>
    </button>
  )
}
