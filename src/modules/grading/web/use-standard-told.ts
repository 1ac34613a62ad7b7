import type { RecordWire } from '#shared/wire'
import { useGradingWords } from './words.ts'

/** What a standard says, in one line. */
export function useStandardTold(): (standard: RecordWire | undefined) => string {
  const t = useGradingWords()
  return (standard) => {
    const [contactDays, responseHours, offers] = ['contactDays', 'responseHours', 'offers'].map(
      (name) => standard?.[name],
    )
    const parts = [
      typeof contactDays === 'number' && t('everyDays', { count: contactDays }),
      typeof responseHours === 'number' && t('withinHours', { count: responseHours }),
      typeof offers === 'string' && offers,
    ]
    return parts.filter((part) => part !== false).join(' · ')
  }
}
