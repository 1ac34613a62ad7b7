import { Select } from 'antd'
import { daysFromToday, isRelativeDay } from '#shared/relative-day'
import { useWords } from '../words/words.ts'
import 'virtual:antd/select.css'

const usual = [0, -1, -7, -30, -60, -90, -180, -365, 1, 7, 30, 90]
const certain = ''

type DaySelectProps = { value: unknown; onChange: (value: string | null) => void }

/** A day that moves with the calendar, or a certain one. */
export function DaySelect({ value, onChange }: DaySelectProps) {
  const { t, format } = useWords()
  const own = daysFromToday(value)
  const days = own === undefined || usual.includes(own) ? usual : [own, ...usual]
  const options = days.map(textOf).map((text) => ({ value: text, label: format.relativeDay(text) }))
  return (
    <Select
      aria-label={t('filter.day')}
      value={isRelativeDay(value) ? textOf(own ?? 0) : certain}
      options={[{ value: certain, label: t('filter.certainDay') }, ...options]}
      onChange={(text) => onChange(text === certain ? null : text)}
    />
  )
}

function textOf(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `today+${days}` : `today${days}`
}
