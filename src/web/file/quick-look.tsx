import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ObjectWire } from '#shared/wire'
import { type ListQuery, recordQuery } from '../api/records.ts'
import { FavouriteStar } from '../favourites/favourite-star.tsx'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { IconButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { HeadFacts } from './file-head.tsx'
import { Incomplete } from './incomplete.tsx'
import { Sections } from './sections.tsx'
import './file.css'

type QuickLookProps = {
  object: ObjectWire
  id: string
  search: ListQuery
  /** The neighbours in the list. */
  previous?: string
  next?: string
  onShow: (id: string) => void
  onClose: () => void
}

/** A file beside its list: the facts, to read and to change; the arrows go to the neighbours. */
export function QuickLook({ object, id, search, previous, next, onShow, onClose }: QuickLookProps) {
  const { t, label } = useWords()
  const titleOf = useTitleOf()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const turn = (event: KeyboardEvent): void => {
    const to = isShortcut(event, 'previous') ? previous : isShortcut(event, 'next') && next
    if (!to) return
    event.preventDefault()
    onShow(to)
  }
  const step = (icon: typeof ChevronUp, word: 'look.previous' | 'look.next', to: string | undefined) => (
    <IconButton icon={icon} label={t(word)} disabled={!to} onClick={() => to && onShow(to)} />
  )
  const actions = (
    <>
      {record && <FavouriteStar what={{ object: object.name, record: id }} />}
      {step(ChevronUp, 'look.previous', previous)}
      {step(ChevronDown, 'look.next', next)}
    </>
  )
  const title = record ? titleOf(object, record) || t('state.untitled') : label(object.label)
  return (
    <Drawer open beside width={460} title={title} onClose={onClose} actions={actions}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shorter way to the buttons above */}
      <div className="quick-look" onKeyDown={turn}>
        <Link to="/o/$path/$id" params={{ path: object.path, id }} search={search} className="plain-link">
          {t('look.open')}
        </Link>
        {!record && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
        {record && (
          <>
            <HeadFacts object={object} record={record} />
            <Incomplete object={object} record={record} />
            <Sections object={object} record={record} />
          </>
        )}
      </div>
    </Drawer>
  )
}
