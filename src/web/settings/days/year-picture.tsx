import { exceptionOn, isWorkingDay, type WorkingCalendar } from '#shared/working-days'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { daysOf } from './year.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** A year at a glance: days off pale, holidays and days worked instead in colour. The list beside it says the same in words. */
export function YearPicture({ year, calendar }: { year: number; calendar: WorkingCalendar }) {
  const t = useSettingsWords()
  return (
    <div className="year-picture">
      <ul className="year-legend" aria-label={t('days.legend')}>
        <li>
          <span className="year-day year-off">1</span> {t('days.weekend')}
        </li>
        <li>
          <span className="year-day year-holiday">1</span> {t('days.holiday')}
        </li>
        <li>
          <span className="year-day year-worked">1</span> {t('days.worked')}
        </li>
      </ul>
      <div className="year-months">
        {months.map((month) => (
          <Month key={month} days={daysOf(year, month)} calendar={calendar} />
        ))}
      </div>
    </div>
  )
}

function Month({ days, calendar }: { days: readonly string[]; calendar: WorkingCalendar }) {
  const t = useSettingsWords()
  const { format } = useWords()
  const first = new Date(`${days[0]}T00:00:00`)
  const offset = (first.getDay() + 6) % 7
  const count = days.filter((day) => isWorkingDay(calendar, day)).length
  const month = format.month(first)
  return (
    <div className="year-month" role="img" aria-label={t('days.month', { month, count })}>
      <p className="meta">{month}</p>
      <div className="year-days" aria-hidden>
        {days.map((day, index) => (
          <span
            key={day}
            className={`year-day ${lookOf(calendar, day)}`}
            title={exceptionOn(calendar, day)?.name}
            style={index === 0 ? { gridColumnStart: offset + 1 } : undefined}
          >
            {index + 1}
          </span>
        ))}
      </div>
    </div>
  )
}

function lookOf(calendar: WorkingCalendar, day: string): string {
  const exception = exceptionOn(calendar, day)
  if (exception) return exception.works ? 'year-worked' : 'year-holiday'
  return isWorkingDay(calendar, day) ? '' : 'year-off'
}
