import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { groupsQuery } from '../groups/groups-query.ts'
import type { ChangeQuery } from '../list/list-page.tsx'
import { shownAs } from '../registry.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { FieldValue } from '../ui/field-value.tsx'
import { PlainSelect } from '../ui/inputs/plain-select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { type Classing, classingsOf, inOrder } from './classing.ts'
import './catalogue.css'

type ClassesProps = {
  object: ObjectWire
  /** Without the class that is open, so that the others keep their counts. */
  query: ListQuery
  classing: Classing
  /** The class that is open; all of them where none is. */
  open?: string
  onChange: ChangeQuery
}

/** The classes of a catalogue beside its files: how many are in each, and which one is open. */
export function Classes({ object, query, classing, open, onChange }: ClassesProps) {
  const { t, label, format } = useWords()
  const { by } = classing
  const { data, error, refetch } = useQuery(groupsQuery({ object, query, by }))
  const ways = classingsOf(object).map((one) => ({ value: one.by, label: label(one.label) }))
  const classes = inOrder(classing, data?.groups ?? [])
  const total = classes.reduce((sum, { count }) => sum + count, 0)
  return (
    <aside className="classes">
      <PlainSelect
        className="classes-by"
        aria-label={t('catalogue.by')}
        value={by}
        options={ways}
        popupMatchSelectWidth={false}
        onChange={(next) => onChange({ catalogue: next, class: undefined, sort: undefined })}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <ul className="classes-list" aria-label={t('catalogue.classes')}>
          <ClassButton
            isOpen={open === undefined}
            count={format.number(total)}
            onOpen={() => onChange({ class: undefined })}
          >
            {t('catalogue.all')}
          </ClassButton>
          {classes.map(({ value, count }) => {
            const key = value === null ? '' : String(value)
            return (
              <ClassButton
                key={key}
                isOpen={open === key}
                count={format.number(count)}
                onOpen={() => onChange({ class: key })}
              >
                {value === null ? (
                  t('catalogue.none')
                ) : (
                  <FieldValue field={shownAs(classing.field)} value={value} titles={data.titles} dense />
                )}
              </ClassButton>
            )
          })}
        </ul>
      )}
    </aside>
  )
}

type ClassButtonProps = { isOpen: boolean; count: string; onOpen: () => void; children: ReactNode }

function ClassButton({ isOpen, count, onOpen, children }: ClassButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isOpen])
  return (
    <li>
      <button ref={button} type="button" className="class-button" aria-pressed={isOpen} onClick={onOpen}>
        <span className="truncate">{children}</span>
        <span className="meta">{count}</span>
      </button>
    </li>
  )
}
