import { useBlocker } from '@tanstack/react-router'
import { useRef } from 'react'
import { confirm } from '../ui/confirm.tsx'
import { useWords } from '../words/words.ts'

export type LeaveGuard = {
  /** Asks whether unsaved changes may be lost; true at once when there are none. */
  ask: () => Promise<boolean>
  /** From now on leaving is free. */
  open: () => void
}

/** Stands at every way out of a form with unsaved changes: closing, another page, the browser's window. */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const { t } = useWords()
  const isOpen = useRef(false)
  const ask = async (): Promise<boolean> => {
    if (isOpen.current || !isDirty) return true
    isOpen.current = await confirm({
      title: t('form.leaveTitle'),
      text: t('form.leaveText'),
      action: t('form.leave'),
      danger: true,
    })
    return isOpen.current
  }
  useBlocker({
    shouldBlockFn: async () => !(await ask()),
    enableBeforeUnload: () => isDirty && !isOpen.current,
  })
  return {
    ask,
    open: () => {
      isOpen.current = true
    },
  }
}
