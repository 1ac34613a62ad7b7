import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import type { ListWire } from '#shared/wire'
import { addWorkingDays, type WorkingCalendar, workingDaysBefore } from '#shared/working-days'
import { useObjectNamed } from '../../api/definitions.ts'
import { request } from '../../api/request.ts'
import { useWorkingDays } from '../../ui/inputs/use-working-days.ts'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import type { CompletionNumbers } from './completing-form.tsx'

const completion = { kind: 'completion', state: 'open' }
const yearOfDays = 365

/** What the numbers come to: days of a file that is asked for today, what goes to superiors tonight, and when a value turns amber. */
export function CompletingForesight({ numbers }: { numbers: CompletionNumbers }) {
  const t = useSettingsWords()
  const { format } = useWords()
  const calendar = useWorkingDays()
  const { completeDays, completeRemind, completeGrace, verifyAgeing } = useDebounced(numbers, 300)
  const today = localToday()
  const due = calendar && addWorkingDays(calendar, today, completeDays)
  const remind = calendar && due && completeRemind > 0 ? workingDaysBefore(calendar, due, completeRemind) : undefined
  const late = calendar && lateUntil(calendar, today, completeGrace)
  const files = useTotal('customer', { incomplete: { empty: false } })
  const asked = useTotal('task', completion)
  const handed = useTotal('task', { ...completion, escalatedAt: { empty: true }, dueAt: { lte: late ?? today } })
  return (
    <section className="completing-foresight" aria-label={t('completing.foresight')} aria-live="polite">
      <h2>{t('completing.foresight')}</h2>
      {files !== undefined && asked !== undefined && (
        <p>{t('completing.files', { files: format.number(files), asked: format.number(asked) })}</p>
      )}
      {due && (
        <p>
          {remind && remind > today
            ? t('completing.dueReminded', { day: format.date(due), remind: format.date(remind) })
            : t('completing.due', { day: format.date(due) })}
        </p>
      )}
      {late && handed !== undefined && (
        <p>{t('completing.handed', { count: handed, number: format.number(handed) })}</p>
      )}
      <p>
        {t('completing.ageing', {
          days: yearOfDays,
          from: Math.round(yearOfDays * (1 - verifyAgeing / 100)),
        })}
      </p>
    </section>
  )
}

/** The last day on which something may have been due to be too late today. */
function lateUntil(calendar: WorkingCalendar, today: string, grace: number): string | undefined {
  for (let days = 1; days < yearOfDays * 2; days++) {
    const day = dayBefore(today, days)
    const last = addWorkingDays(calendar, day, grace)
    if (last !== undefined && last < today) return day
  }
  return undefined
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

function localToday(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** How many there are, as far as the reader sees them. */
function useTotal(name: string, where: Filter): number | undefined {
  const object = useObjectNamed(name)
  const { data } = useQuery({
    queryKey: ['list', name, 'total', where],
    enabled: object?.can.includes('read') === true,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<ListWire>('GET', `/${object?.path}`, { query: { where, limit: 1 }, signal }),
  })
  return data?.total
}
