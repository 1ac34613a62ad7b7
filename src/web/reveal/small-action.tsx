import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

type SmallActionProps = Omit<ComponentProps<'button'>, 'className' | 'type'> & {
  icon: LucideIcon
  text: string
  /** Names what it acts on, for who does not see where it stands. */
  label: string
  /** The icon alone. */
  dense?: boolean
}

/** A thing to do with the value beside it. */
export function SmallAction({ icon: Drawn, text, label, dense, ...rest }: SmallActionProps) {
  return (
    <button {...rest} type="button" className="small-action" aria-label={label} title={label}>
      <Drawn size={13} aria-hidden />
      {!dense && text}
    </button>
  )
}
