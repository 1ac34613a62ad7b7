import { FilterX, FolderOpen, Trash2 } from 'lucide-react'
import { Suspense } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { emptyPartOf } from '../module-parts.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.ts'
import { FirstSteps } from './first-steps.tsx'
import type { ChangeQuery } from './list-page.tsx'

type ListEmptyProps = { object: ObjectWire; query: ListQuery; onChange: ChangeQuery }

/** Why the list is empty, and the way on. */
export function ListEmpty({ object, query, onChange }: ListEmptyProps) {
  const { t, labelOfMany } = useWords()
  if (query.search || query.where) {
    return (
      <EmptyState icon={FilterX} title={t('list.noMatch')} text={t('list.noMatchText')}>
        <Button onClick={() => onChange({ search: undefined, where: undefined })}>{t('list.clearFilters')}</Button>
      </EmptyState>
    )
  }
  if (query.deleted) return <EmptyState icon={Trash2} title={t('list.binEmpty')} text={t('list.binEmptyText')} />
  const Empty = emptyPartOf(object)
  if (Empty)
    return (
      <Suspense fallback={null}>
        <Empty />
      </Suspense>
    )
  const mayCreate = object.can.includes('create')
  const mayImport = object.can.includes('import')
  const hint = mayImport ? 'list.noneText' : mayCreate ? 'list.noneYet' : 'list.noneAllowed'
  return (
    <EmptyState icon={FolderOpen} title={t('list.none', { name: labelOfMany(object.label) })} text={t(hint)}>
      <FirstSteps object={object} />
    </EmptyState>
  )
}
