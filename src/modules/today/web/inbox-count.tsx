import { NavigationCount } from '../../../web/ui/navigation-count.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useWaiting } from './use-inbox.ts'

/** How much waits for the reader, beside the inbox in the navigation. */
export function InboxCount() {
  const { t } = useWords()
  const count = useWaiting()?.all
  return <NavigationCount count={count} text={t('inbox.count', { count: count ?? 0 })} />
}
