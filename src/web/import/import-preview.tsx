import type { ObjectWire } from '#shared/wire'
import { changeImport, type ImportSettings, type ImportWire, runImport, undoImport } from '../api/imports.ts'
import { Button } from '../ui/button.tsx'
import { useImportWords } from './import-words.ts'
import { PreviewSettings } from './preview-settings.tsx'
import { PreviewTable } from './preview-table.tsx'
import { useImportStep } from './use-import-step.ts'

type ImportPreviewProps = { object: ObjectWire; current: ImportWire; onAnother: () => void }

/** The file as it will come in: each column with its field, each cell as the system reads it. */
export function ImportPreview({ object, current, onAnother }: ImportPreviewProps) {
  const own = useImportWords()
  const { id, columns } = current
  const change = useImportStep(id, (settings: ImportSettings) => changeImport(id, settings))
  const run = useImportStep(id, () => runImport(id))
  const giveUp = useImportStep(id, () => undoImport(id))
  const mapped = columns.filter(({ field }) => field !== null).length
  const setField = (heading: string, field: string | null): void => {
    const mapping = Object.fromEntries(columns.map((column) => [column.heading, column.field]))
    change.mutate({ mapping: { ...mapping, [heading]: field } })
  }
  const leave = (): void => {
    giveUp.mutate(undefined)
    onAnother()
  }
  const isReady = mapped > 0 && !change.isPending
  return (
    <section aria-label={own('preview')} className={change.isPending ? 'preview preview-busy' : 'preview'}>
      <div className="preview-head">
        <div>
          <h2 className="truncate">{current.fileName}</h2>
          <p className="meta">{own('found', { columns: columns.length, mapped })}</p>
        </div>
        <div className="preview-actions">
          <Button onClick={leave}>{own('another')}</Button>
          <Button look="primary" busy={run.isPending} disabled={!isReady} onClick={() => run.mutate(undefined)}>
            {own('run')}
          </Button>
        </div>
      </div>
      <PreviewSettings object={object} current={current} onChange={change.mutate} />
      <p className="meta">{own('rule')}</p>
      <PreviewTable current={current} onField={setField} />
    </section>
  )
}
