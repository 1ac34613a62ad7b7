import { type ImportWire, undoImport } from '../api/imports.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { useWords } from '../words/words.ts'
import { useImportWords } from './import-words.ts'
import { useImportStep } from './use-import-step.ts'

export function ImportProgress({ current }: { current: ImportWire }) {
  const own = useImportWords()
  const { t } = useWords()
  const cancel = useImportStep(current.id, () => undoImport(current.id))
  const { done, total } = current.progress
  return (
    <section className="import-progress" aria-label={own(`state.${current.state}`)}>
      <h2 className="truncate">{current.fileName}</h2>
      <Progress label={own(`state.${current.state}`)} done={done} total={total} />
      <p className="muted" role="status">
        {own(`state.${current.state}`)}
      </p>
      {current.state !== 'undoing' && (
        <Button busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {t('action.cancel')}
        </Button>
      )}
    </section>
  )
}
