import type { RecordWire } from '#shared/wire'
import { useWords } from '../../../web/words/words.ts'
import { spanState } from './span-state.ts'

/** From when until when, as words; rights without an end say so. */
export function useSpanWords(): (record: RecordWire) => string {
  const { t, format } = useWords()
  return (record) => {
    const { from, until } = record
    const state = spanState(record, Date.now())
    return [
      state === 'coming' && t('holdings.coming'),
      state === 'ended' && t('holdings.ended'),
      state === 'coming' && typeof from === 'string' && t('holdings.from', { date: format.shortDateTime(from) }),
      typeof until === 'string' ? t('holdings.until', { date: format.shortDateTime(until) }) : t('holdings.open'),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
