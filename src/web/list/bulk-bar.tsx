import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { type ListQuery, refresh } from '../api/records.ts'
import type { Classing } from '../catalogue/classing.ts'
import { ExportButton } from '../export/export-button.tsx'
import { LabelButton } from '../labels/label-button.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { BinActions } from './bin-actions.tsx'
import { BulkActions } from './bulk-actions.tsx'
import type { Selection } from './use-selection.ts'

type BulkBarProps = {
  object: ObjectWire
  query: ListQuery
  columns?: readonly string[]
  classing?: Classing
  selection: Selection
  /** How many records match, where all of them may be chosen and are not yet loaded. */
  all?: { total: number; load: () => Promise<void> }
}

/** What can be done with the chosen records together. */
export function BulkBar({ object, query, columns, classing, selection, all }: BulkBarProps) {
  const { t, format } = useWords()
  const client = useQueryClient()
  const finish = (): void => {
    selection.clear()
    refresh(client, object.name)
  }
  const Actions = query.deleted ? BinActions : BulkActions
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')}>
      <strong>{t('bulk.chosen', { count: selection.ids.size })}</strong>
      {all && (
        <Button look="quiet" small onClick={() => void chooseAll(selection, all.load)}>
          {t('bulk.all', { total: format.number(all.total) })}
        </Button>
      )}
      {!query.deleted && (
        <PrintActions object={object} query={query} columns={columns} classing={classing} ids={[...selection.ids]} />
      )}
      {!query.deleted && (
        <ExportButton small object={object} query={query} columns={columns} ids={[...selection.ids]} />
      )}
      {!query.deleted && <LabelButton object={object} ids={[...selection.ids]} />}
      <Actions object={object} ids={[...selection.ids]} onDone={finish} />
      <IconButton icon={X} label={t('bulk.clear')} onClick={selection.clear} />
    </div>
  )
}

function chooseAll(selection: Selection, load: () => Promise<void>): Promise<void> {
  selection.chooseAll()
  return load()
}
