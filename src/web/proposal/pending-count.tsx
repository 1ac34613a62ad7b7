import type { ObjectWire } from '#shared/wire'
import { useTotal } from '../api/use-total.ts'
import { NavigationCount } from '../ui/navigation-count.tsx'
import { useWords } from '../words/words.ts'
import { useAwaiting } from './use-awaiting.ts'

/** How many change requests of others wait, for those who decide on such. */
export function PendingCount({ object }: { object: ObjectWire }) {
  const { t } = useWords()
  const count = useTotal(useAwaiting(object))
  return <NavigationCount count={count} text={t('proposal.pending', { count: count ?? 0 })} />
}
