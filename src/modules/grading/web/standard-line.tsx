import { daysOverdue } from '#shared/service-standard'
import type { RecordAnswer } from '#shared/wire'
import { daysOf, useStandards } from '../../../web/standards/use-standards.ts'
import { Pill } from '../../../web/ui/pill.tsx'
import { useStandardTold } from './use-standard-told.ts'
import { useGradingWords } from './words.ts'
import './grading.css'

/** What a customer may expect by their tier, and by how long a contact is overdue. */
export function StandardLine({ record }: { record: RecordAnswer }) {
  const t = useGradingWords()
  const standard = useStandards()?.find(({ tier }) => tier === record.tier)
  const told = useStandardTold()(standard)
  if (!standard || !told) return null
  const days = daysOf(standard.contactDays)
  const since = typeof record.lastFollowedUp === 'string' ? record.lastFollowedUp : record.createdAt
  const late = days === null ? 0 : daysOverdue(since, days, Date.now())
  return (
    <p className="standard-line">
      <span className="muted">{t('standard')}</span>
      <span>{told}</span>
      {late > 0 && <Pill colour="red">{t('overdue', { count: late })}</Pill>}
    </p>
  )
}
