import { useSuspenseQuery } from '@tanstack/react-query'
import { groupedBy, isCalendarSpan } from '#shared/calendar-spans'
import type { Chart } from '#shared/chart'
import { request } from '../../../web/api/request.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import type { GroupsAnswer } from '../../../web/groups/groups-query.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type ChartFacts, useSlices } from './use-chart.ts'

/** Saves a chart as a picture of what its reader may take away, which the log has before; undefined for who may not. */
export function useSavePicture(chart: Chart, facts: ChartFacts): (() => void) | undefined {
  const { t, format } = useWords()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const slicesOf = useSlices(facts, chart.form)
  const { object } = facts
  if (!object.can.includes('print')) return undefined
  const { title, form, by, per, sum, where } = chart
  const save = async (): Promise<void> => {
    const body = { object: object.path, ...groupedBy({ by, per }), sum, where }
    const told = slicesOf(await request<GroupsAnswer>('POST', '/prints/groups', { body }))
    if (told.isMixed) return toast({ text: t('dashboards.currencies'), tone: 'trouble' })
    const at = format.dateTime(new Date().toISOString())
    const detail = t('dashboards.at', { company: session?.company.name ?? '', at })
    const { savePicture } = await import('./save-picture.ts')
    await savePicture({ title, detail, form, slices: told.shown, isTimeline: isCalendarSpan(per), description: title })
    toast({ text: t('dashboards.saved') })
  }
  return () => void save().catch(toastError)
}
