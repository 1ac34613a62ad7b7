import { useSuspenseQuery } from '@tanstack/react-query'
import { BookmarkPlus, ListStart, Pencil, RotateCcw, Save } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { sessionQuery, useDuty } from '../api/session.ts'
import { useQuickChange } from '../form/use-quick-change.ts'
import { type ListSearch, readListShape } from '../list/list-query.ts'
import { useKeepOwn } from '../shell/use-keep-own.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { firstView, isSameShape, type SavedView, searchOf, whole } from './views.ts'

const RecordDrawer = lazy(() => import('../form/record-drawer.tsx').then((part) => ({ default: part.RecordDrawer })))

type ViewActionsProps = {
  object: ObjectWire
  saved: ObjectWire
  views: readonly SavedView[]
  search: ListSearch
  chosen?: SavedView
  onShow: (search: ListSearch) => void
}

/** What can be done with a list that differs from how it was kept: keep it, keep it under another name, take it back, begin with it. */
export function ViewActions({ object, saved, views, search, chosen, onShow }: ViewActionsProps) {
  const { t, label } = useWords()
  const [drawer, setDrawer] = useState<'new' | 'edit'>()
  const shape = readListShape(search)
  const isChanged = !isSameShape(shape, chosen?.shape ?? {})
  const change = useQuickChange(saved)
  const form = useForm(saved)
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
      {views.length > 0 && !isChanged && <BeginButton object={object} views={views} chosen={chosen} />}
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
            object={form}
            record={drawer === 'edit' ? chosen?.record : undefined}
            fixed={fixed}
            onClose={() => setDrawer(undefined)}
            onSaved={({ id }) => {
              setDrawer(undefined)
              onShow({ ...shape, view: id })
            }}
            onDeleted={() => {
              setDrawer(undefined)
              onShow(searchOf(undefined))
            }}
          />
        )}
      </Suspense>
    </>
  )
}

type BeginButtonProps = Pick<ViewActionsProps, 'object' | 'views' | 'chosen'>

/** The own choice of how the list begins, before that of any role. */
function BeginButton({ object, views, chosen }: BeginButtonProps) {
  const { t } = useWords()
  const keep = useKeepOwn()
  const user = useSuspenseQuery(sessionQuery).data?.user
  if (!user) return null
  const shown = chosen?.id ?? whole
  const isFirst = (firstView(views, object, user)?.id ?? whole) === shown
  const choose = (): void => {
    const was = user.views[object.name] ?? null
    const set = (view: string | null): void => keep({ views: { [object.name]: view } })
    set(was === shown ? null : shown)
    const text = was === shown ? t('view.beginsNoMore') : t('view.begins', { name: chosen?.name ?? t('view.all') })
    toast({ text, action: { label: t('action.undo'), run: () => set(was) } })
  }
  return <IconButton icon={ListStart} label={t('view.beginHere')} pressed={isFirst} onClick={choose} />
}

/** For which roles lists begin with a view is asked of those alone who may say it. */
function useForm(saved: ObjectWire): ObjectWire {
  const maySay = useDuty('settings')
  if (maySay) return saved
  const without = (names: readonly string[]) => names.filter((name) => !name.startsWith('defaultFor'))
  return { ...saved, sections: saved.sections.map((section) => ({ ...section, fields: without(section.fields) })) }
}
