import { Popover } from 'antd'
import { Eye, EyeOff } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { ReasonForm } from './reason-form.tsx'
import { SmallAction } from './small-action.tsx'
import type { useReveal } from './use-reveal.ts'
import 'virtual:antd/popover.css'
import 'virtual:antd/tooltip.css'

type RevealButtonProps = ReturnType<typeof useReveal> & { name: string; dense?: boolean }

/** Asks why, and has the value shown; hides it again before its time. */
export function RevealButton({ name, dense, shown, hide, asking }: RevealButtonProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState(0)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const toggle = (next: boolean): void => {
    if (next) {
      asking.reset()
      setCount(count + 1)
    }
    if (shown) hide()
    else setOpen(next)
  }
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
  }
  const form = (
    // Opened again while the one before is still closing, it begins anew.
    <ReasonForm
      key={count}
      name={name}
      isBusy={asking.isPending}
      trouble={asking.error?.message}
      onGive={(reason) => asking.mutate(reason, { onSuccess: close })}
    />
  )
  const words = shown
    ? { text: t('reveal.hide'), label: t('reveal.hideNamed', { name }) }
    : { text: t('reveal.show'), label: t('reveal.showNamed', { name }) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key comes up from the button and from what it opened
    <span onKeyDown={closeByKey}>
      <Popover
        rootClassName="reason-popover"
        trigger="click"
        open={isOpen}
        onOpenChange={toggle}
        placement="bottomLeft"
        arrow={false}
        content={form}
        destroyOnHidden
      >
        <SmallAction ref={button} icon={shown ? EyeOff : Eye} {...words} dense={dense} aria-expanded={isOpen} />
      </Popover>
    </span>
  )
}
