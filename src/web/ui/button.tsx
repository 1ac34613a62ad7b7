import { Button as KitButton } from 'antd'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useOnLine } from './use-on-line.ts'

type ButtonProps = {
  children: ReactNode
  icon?: LucideIcon
  /** `primary`: the one thing to do on this page. `quiet`: without a border, in toolbars and rows. */
  look?: 'primary' | 'plain' | 'quiet'
  danger?: boolean
  small?: boolean
  disabled?: boolean
  /** Given by what asks the server: that cannot be done while it is away, and says so. */
  busy?: boolean
  submit?: boolean
  block?: boolean
  title?: string
  expanded?: boolean
  onClick?: () => void
}

const kitType = { primary: 'primary', plain: 'default', quiet: 'text' } as const

export function Button(props: ButtonProps) {
  return props.busy === undefined ? <PlainButton {...props} /> : <LineButton {...props} />
}

function LineButton(props: ButtonProps) {
  const { t } = useWords()
  const isOnLine = useOnLine()
  return isOnLine ? <PlainButton {...props} /> : <PlainButton {...props} disabled title={t('shell.needsLine')} />
}

function PlainButton({ children, icon: Drawn, look = 'plain', small, busy, submit, expanded, ...rest }: ButtonProps) {
  return (
    <KitButton
      {...rest}
      type={kitType[look]}
      size={small ? 'small' : undefined}
      // The kit's own icon leaves by a movement that may never end, and is read aloud as long as it stays.
      loading={busy && { icon: <LoaderCircle className="busy-icon" size={15} strokeWidth={1.75} aria-hidden /> }}
      aria-busy={busy}
      htmlType={submit ? 'submit' : 'button'}
      aria-expanded={expanded}
      icon={Drawn && <Drawn size={15} strokeWidth={1.75} aria-hidden />}
    >
      {children}
    </KitButton>
  )
}

type IconButtonProps = {
  icon: LucideIcon
  /** Read aloud and shown while pointing. */
  label: string
  onClick?: () => void
  disabled?: boolean
  pressed?: boolean
  size?: number
}

export function IconButton({ icon: Drawn, label, onClick, disabled, pressed, size = 16 }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Drawn size={size} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
