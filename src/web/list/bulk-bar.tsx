import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { type ListQuery, refresh } from '../api/records.ts'
import { IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { BinActions } from './bin-actions.tsx'
import { BulkActions } from './bulk-actions.tsx'
import type { Selection } from './use-selection.ts'

type BulkBarProps = { object: ObjectWire; query: ListQuery; selection: Selection }

/** What can be done with the chosen records together. */
export function BulkBar({ object, query, selection }: BulkBarProps) {
  const { t } = useWords()
  const client = useQueryClient()
  if (selection.ids.size === 0) return null
  const finish = (): void => {
    selection.clear()
    refresh(client, object.name)
  }
  const Actions = query.deleted ? BinActions : BulkActions
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')}>
      <strong>{t('bulk.chosen', { count: selection.ids.size })}</strong>
      <Actions object={object} ids={[...selection.ids]} onDone={finish} />
      <IconButton icon={X} label={t('bulk.clear')} onClick={selection.clear} />
    </div>
  )
}
