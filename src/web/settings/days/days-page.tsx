import { useQuery } from '@tanstack/react-query'
import { CalendarPlus, ChevronLeft, ChevronRight, ClipboardPaste, History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import type { WorkingCalendar } from '#shared/working-days'
import { ChangesDrawer } from '../../../modules/customisation/web/changes-drawer.tsx'
import { useObjectNamed } from '../../api/definitions.ts'
import { recordQuery } from '../../api/records.ts'
import { sessionQuery } from '../../api/session.ts'
import { useRecords } from '../../api/use-records.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { useDocumentTitle } from '../../shell/use-document-title.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePhone } from '../../ui/use-phone.ts'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { HolidayList } from './holiday-list.tsx'
import { NoticeDrawer } from './notice-drawer.tsx'
import { WeekField } from './week-field.tsx'
import { calendarOf, workingDaysOf } from './year.ts'
import { YearPicture } from './year-picture.tsx'
import './days.css'

const RecordDrawer = lazy(() => import('../../form/record-drawer.tsx').then((part) => ({ default: part.RecordDrawer })))

/** On which days the company works: its week, and the days of a year that are otherwise. */
export function DaysPage() {
  const { t } = useWords()
  const company = useObjectNamed('company')
  const holiday = useObjectNamed('holiday')
  const { data: session } = useQuery(sessionQuery)
  const id = session?.company.id
  useDocumentTitle(t('settings.days'))
  if (!company || !holiday?.can.includes('update') || !id) return <NotFoundPage />
  return <Days company={company} holiday={holiday} id={id} />
}

type Open = { type: 'notice' | 'changes' } | { type: 'record'; record?: RecordAnswer }

function Days({ company, holiday, id }: { company: ObjectWire; holiday: ObjectWire; id: string }) {
  const { t: common } = useWords()
  const t = useSettingsWords()
  const { data: own, error: failure, refetch } = useQuery(recordQuery(company, id))
  const [year, setYear] = useState(() => new Date().getFullYear())
  // One that begins in the year before may reach into this one.
  const where = { from: { gte: `${year - 1}-12-01`, lte: `${year}-12-31` } }
  const { rows, error, isPending } = useRecords(holiday, where, { sort: 'from' })
  const [open, setOpen] = useState<Open>()
  const isPhone = usePhone()
  const close = (): void => setOpen(undefined)
  const trouble = failure ?? error
  const shown = rows.filter(({ from, until }) => String(until ?? from) >= `${year}-01-01`)
  return (
    <>
      <PageHead title={common('settings.days')}>
        <IconButton icon={History} label={common('file.history')} onClick={() => setOpen({ type: 'changes' })} />
        {isPhone ? (
          <IconButton icon={ClipboardPaste} label={t('days.paste')} onClick={() => setOpen({ type: 'notice' })} />
        ) : (
          <Button icon={ClipboardPaste} onClick={() => setOpen({ type: 'notice' })}>
            {t('days.paste')}
          </Button>
        )}
        <Button look="primary" icon={CalendarPlus} onClick={() => setOpen({ type: 'record' })}>
          {isPhone ? common('action.create') : t('days.add')}
        </Button>
      </PageHead>
      {trouble ? (
        <ErrorState error={trouble} onRetry={() => void refetch()} />
      ) : !own || isPending ? (
        <Skeleton rows={8} />
      ) : (
        <div className="page-scroll days-page">
          <WeekField object={company} record={own} />
          <YearHead year={year} onChange={setYear} calendar={calendarOf(own, shown)} />
          <div className="days-year">
            <YearPicture year={year} calendar={calendarOf(own, shown)} />
            <HolidayList object={holiday} rows={shown} onOpen={(record) => setOpen({ type: 'record', record })} />
          </div>
        </div>
      )}
      {open?.type === 'notice' && <NoticeDrawer object={holiday} year={year} onYear={setYear} onClose={close} />}
      <ChangesDrawer open={open?.type === 'changes'} objects={['holiday']} where={{}} onClose={close} />
      <Suspense fallback={null}>
        {open?.type === 'record' && (
          <RecordDrawer object={holiday} record={open.record} onClose={close} onSaved={close} onDeleted={close} />
        )}
      </Suspense>
    </>
  )
}

type YearHeadProps = { year: number; calendar: WorkingCalendar; onChange: (year: number) => void }

function YearHead({ year, calendar, onChange }: YearHeadProps) {
  const t = useSettingsWords()
  return (
    <div className="days-head">
      <IconButton icon={ChevronLeft} label={t('days.before')} onClick={() => onChange(year - 1)} />
      <h2>{t('days.year', { year: String(year) })}</h2>
      <IconButton icon={ChevronRight} label={t('days.after')} onClick={() => onChange(year + 1)} />
      <span className="meta" role="status">
        {t('days.count', { count: workingDaysOf(calendar, year) })}
      </span>
    </div>
  )
}
