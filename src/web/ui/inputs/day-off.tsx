import { addWorkingDays, exceptionOn, type WorkingCalendar } from '#shared/working-days'
import { useWords } from '../../words/words.ts'
import './day-off.css'

type DayOffProps = { id: string; day: string; calendar: WorkingCalendar; onMove: (day: string) => void }

/** Says that nobody works on the day that was chosen, and offers the next one on which somebody does. */
export function DayOff({ id, day, calendar, onMove }: DayOffProps) {
  const { t, format } = useWords()
  const next = addWorkingDays(calendar, day, 0)
  return (
    <span id={id} className="meta day-off" role="status">
      {t('date.off', { day: exceptionOn(calendar, day)?.name ?? format.weekday(day) })}
      {next && (
        <button type="button" className="link" onClick={() => onMove(next)}>
          {t('date.move', { day: format.date(next) })}
        </button>
      )}
    </span>
  )
}
