import { useNavigate } from '@tanstack/react-router'
import { FilterX, FolderOpen, Trash2 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.ts'
import type { ChangeQuery } from './list-page.tsx'

type ListEmptyProps = { object: ObjectWire; query: ListQuery; onChange: ChangeQuery }

/** Why the list is empty, and the way on. */
export function ListEmpty({ object, query, onChange }: ListEmptyProps) {
  const { t, label, labelOfMany } = useWords()
  const navigate = useNavigate()
  const name = label(object.label)
  const params = { path: object.path }
  if (query.search || query.where) {
    return (
      <EmptyState icon={FilterX} title={t('list.noMatch')} text={t('list.noMatchText')}>
        <Button onClick={() => onChange({ search: undefined, where: undefined })}>{t('list.clearFilters')}</Button>
      </EmptyState>
    )
  }
  if (query.deleted) return <EmptyState icon={Trash2} title={t('list.binEmpty')} text={t('list.binEmptyText')} />
  const mayCreate = object.can.includes('create')
  const mayImport = object.can.includes('import')
  const hint = mayImport ? 'list.noneText' : mayCreate ? 'list.noneYet' : 'list.noneAllowed'
  return (
    <EmptyState icon={FolderOpen} title={t('list.none', { name: labelOfMany(object.label) })} text={t(hint)}>
      {mayCreate && (
        <Button look="primary" onClick={() => void navigate({ to: '/o/$path/new', params })}>
          {t('action.createNamed', { name })}
        </Button>
      )}
      {mayImport && (
        <Button onClick={() => void navigate({ to: '/import/$path', params })}>{t('action.import')}</Button>
      )}
    </EmptyState>
  )
}
