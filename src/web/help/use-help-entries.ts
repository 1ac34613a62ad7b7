import { useRouter } from '@tanstack/react-router'
import { BookOpen, ClipboardList, Compass, Keyboard, SquareTerminal } from 'lucide-react'
import { hasReading } from '../../modules/publications/web/has-reading.ts'
import { useObjects } from '../api/definitions.ts'
import { useTour } from '../tour/use-tour.ts'
import type { MenuItem } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { showShortcuts } from './shortcuts-shown.ts'

/** What helps: the guide, at the chapter that tells of the page, the own duties, the keys, where there are any, the tour, and the page of the API. */
export function useHelpEntries(): readonly MenuItem[] {
  const { t } = useWords()
  const isPhone = usePhone()
  const { isBegun, resume } = useTour()
  const mayRead = hasReading(useObjects())
  const router = useRouter()
  const openGuide = async (): Promise<void> => {
    const { chapterOf } = await import('./chapter-of.ts')
    const { pathname, search } = router.state.location
    const chapter = chapterOf(pathname, search)
    await router.navigate(chapter ? { to: '/help/guide/$chapter', params: { chapter } } : { to: '/help/guide' })
  }
  const keys = { key: 'shortcuts', label: t('help.shortcuts'), icon: Keyboard, run: () => showShortcuts(true) }
  const duties = {
    key: 'duties',
    label: t('duties.title'),
    icon: ClipboardList,
    run: () => void router.navigate({ to: '/duties' }),
  }
  return [
    { key: 'guide', label: t('help.guide'), icon: BookOpen, run: () => void openGuide() },
    ...(mayRead ? [duties] : []),
    ...(isPhone ? [] : [keys]),
    { key: 'tour', label: t(isBegun ? 'tour.resume' : 'tour.start'), icon: Compass, run: resume },
    { key: 'api', label: t('help.api'), icon: SquareTerminal, run: () => void open('/api/docs', '_blank', 'noopener') },
  ]
}
