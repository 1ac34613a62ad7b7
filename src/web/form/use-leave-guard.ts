import { useBlocker } from '@tanstack/react-router'
import { useRef } from 'react'
import { confirm } from '../ui/confirm.tsx'
import { useWords } from '../words/words.ts'
import type { KeptDraft } from './use-form-draft.ts'

export type LeaveGuard = {
  /** Asks whether unsaved changes may be lost; true at once when there are none, or where they stay as a draft. */
  ask: () => Promise<boolean>
  /** From now on leaving is free. */
  open: () => void
}

/** Stands at every way out of a form with unsaved changes: closing, another page, the browser's window. */
export function useLeaveGuard(isDirty: boolean, draft?: Pick<KeptDraft, 'leave' | 'isSafe'>): LeaveGuard {
  const { t } = useWords()
  const isOpen = useRef(false)
  const ask = async (): Promise<boolean> => {
    if (isOpen.current || !isDirty) return true
    isOpen.current =
      (await draft?.leave()) ||
      (await confirm({
        title: t('form.leaveTitle'),
        text: t('form.leaveText'),
        action: t('form.leave'),
        danger: true,
      }))
    return isOpen.current
  }
  useBlocker({
    shouldBlockFn: async () => !(await ask()),
    enableBeforeUnload: () => isDirty && !isOpen.current && !draft?.isSafe(),
  })
  return {
    ask,
    open: () => {
      isOpen.current = true
    },
  }
}
