import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Circle } from 'lucide-react'
import type { RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { listQuery } from '../../../web/api/records.ts'
import { useQuickChange } from '../../../web/form/use-quick-change.ts'
import { fieldsShown } from '../../../web/list/columns.ts'
import { FirstSteps } from '../../../web/list/first-steps.tsx'
import { IncompleteMark } from '../../../web/list/incomplete-mark.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { isEmptyIn } from '../../../web/ui/empty-value.ts'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { RecordMark } from '../../../web/ui/record-mark.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import type { PanelSettings, TodayPart } from './panel-settings.ts'
import { isLate } from './use-panels.ts'

const shown = 6

/** The first records of what waits in one way; its heading opens them all. */
export function Panel(panel: PanelSettings) {
  const { name, object, query, facts, settles, atOnce } = panel
  const { t, totalOf } = useWords()
  const list = useInfiniteQuery(
    listQuery(object, query, {
      limit: atOnce ?? shown,
      fields: fieldsShown(object, [...facts, ...(settles ? [settles.field] : [])]),
      beside: true,
    }),
  )
  const pages = list.data?.pages ?? []
  const page = pages[0]
  const count = page && totalOf(page)
  const title = t(`today.${name}`)
  const isEmpty = page?.items.length === 0
  if (isEmpty && atOnce) return null
  return (
    <section className="panel" aria-label={title}>
      <h2>
        <Link to="/o/$path" params={{ path: object.path }} search={query} className="panel-title">
          {title} <span className="muted">{count}</span>
        </Link>
      </h2>
      {list.isPending && <Skeleton rows={shown} />}
      <Trouble text={list.error?.message} />
      {isEmpty && tellsNone(name) && (
        <div className="panel-none">
          <p className="muted">{t(`today.none.${name}`)}</p>
          {name === 'changed' && <FirstSteps object={object} />}
        </div>
      )}
      {page && page.items.length > 0 && (
        <ul className="panel-rows">
          {pages.flatMap(({ items, titles }) =>
            items.map((record) => <Row key={record.id} panel={panel} record={record} titles={titles} />),
          )}
        </ul>
      )}
      {atOnce && list.hasNextPage && (
        <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('board.more')}
        </Button>
      )}
    </section>
  )
}

const todayParts: ReadonlySet<string> = new Set<TodayPart>([
  'tasks',
  'followUps',
  'contactOverdue',
  'toComplete',
  'changed',
])

/** Parts of the day say what there would be; elsewhere the page says it once. */
function tellsNone(name: PanelSettings['name']): name is TodayPart {
  return todayParts.has(name)
}

type RowProps = { panel: PanelSettings; record: RecordWire; titles: Titles }

function Row({ panel: { object, facts, due, settles }, record, titles }: RowProps) {
  const { t, format } = useWords()
  const change = useQuickChange(object)
  const title = titleOf(object, record) || t('state.untitled')
  const late = due !== undefined && isLate(record[due])
  return (
    <li className="panel-line">
      {settles && record.can.includes('update') && (
        <IconButton
          icon={Circle}
          label={t('today.settle', { title })}
          onClick={() => void change(record, { [settles.field]: settles.value }, t('today.settled', { title }))}
        />
      )}
      <Link
        to="/o/$path/$id"
        params={{ path: object.path, id: record.id }}
        className={settles ? 'panel-row panel-plain' : 'panel-row'}
      >
        {!settles && <RecordMark object={object} title={title} size={24} />}
        <span className="panel-name">
          <span className="truncate">{title}</span>
          <IncompleteMark record={record} />
        </span>
        <span className="panel-facts">
          {facts.map((name) => {
            if (name === 'updatedAt') return <time key={name}>{format.relative(record.updatedAt)}</time>
            const field = fieldOf(object, name)
            if (!field || isEmptyIn(record, name)) return null
            return (
              <span key={name} className={late && name === due ? 'panel-late' : undefined}>
                {late && name === due && <span className="visually-hidden">{t('today.late')} </span>}
                <RecordValue field={field} record={record} titles={titles} dense />
              </span>
            )
          })}
        </span>
      </Link>
    </li>
  )
}
