import { Compass, Keyboard, SquareTerminal } from 'lucide-react'
import { useTour } from '../tour/use-tour.ts'
import type { MenuItem } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { showShortcuts } from './shortcuts-shown.ts'

/** What helps: the keys, where there are any, the tour, and the page of the API. */
export function useHelpEntries(): readonly MenuItem[] {
  const { t } = useWords()
  const isPhone = usePhone()
  const { isBegun, resume } = useTour()
  const keys = { key: 'shortcuts', label: t('help.shortcuts'), icon: Keyboard, run: () => showShortcuts(true) }
  return [
    ...(isPhone ? [] : [keys]),
    { key: 'tour', label: t(isBegun ? 'tour.resume' : 'tour.start'), icon: Compass, run: resume },
    { key: 'api', label: t('help.api'), icon: SquareTerminal, run: () => void open('/api/docs', '_blank', 'noopener') },
  ]
}
