import { BookmarkPlus, Pencil, RotateCcw, Save } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useQuickChange } from '../form/use-quick-change.ts'
import { type ListSearch, readListShape } from '../list/list-query.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { isSameShape, type SavedView, searchOf } from './views.ts'

const RecordDrawer = lazy(() => import('../form/record-drawer.tsx').then((part) => ({ default: part.RecordDrawer })))

type ViewActionsProps = {
  object: ObjectWire
  saved: ObjectWire
  search: ListSearch
  chosen?: SavedView
  onShow: (search: ListSearch) => void
}

/** What can be done with a list that differs from how it was kept: keep it, keep it under another name, take it back. */
export function ViewActions({ object, saved, search, chosen, onShow }: ViewActionsProps) {
  const { t, label } = useWords()
  const [drawer, setDrawer] = useState<'new' | 'edit'>()
  const shape = readListShape(search)
  const isChanged = !isSameShape(shape, chosen?.shape ?? {})
  const change = useQuickChange(saved)
  const fixed = { object: object.name, settings: shape }
  return (
    <>
      {isChanged && (
        <Button look="quiet" icon={RotateCcw} onClick={() => onShow(searchOf(chosen))}>
          {t('view.reset')}
        </Button>
      )}
      {isChanged && chosen?.isOwn && (
        <Button
          look="quiet"
          icon={Save}
          onClick={() => void change(chosen.record, { settings: shape }, t('view.kept', { name: chosen.name }))}
        >
          {t('view.keep')}
        </Button>
      )}
      {isChanged && saved.can.includes('create') && (
        <Button look="quiet" icon={BookmarkPlus} onClick={() => setDrawer('new')}>
          {t(chosen ? 'view.keepAs' : 'view.add')}
        </Button>
      )}
      {chosen?.isOwn && !isChanged && (
        <IconButton
          icon={Pencil}
          label={t('view.edit', { name: label(saved.label) })}
          onClick={() => setDrawer('edit')}
        />
      )}
      <Suspense fallback={null}>
        {drawer && (
          <RecordDrawer
            object={saved}
            record={drawer === 'edit' ? chosen?.record : undefined}
            fixed={fixed}
            onClose={() => setDrawer(undefined)}
            onSaved={({ id }) => {
              setDrawer(undefined)
              onShow({ ...shape, view: id })
            }}
            onDeleted={() => {
              setDrawer(undefined)
              onShow({})
            }}
          />
        )}
      </Suspense>
    </>
  )
}
