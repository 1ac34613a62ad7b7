import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Download, Undo2 } from 'lucide-react'
import { errorSentence } from '#shared/app-error'
import type { ObjectWire } from '#shared/wire'
import { errorFileOf, type ImportWire, undoImport } from '../api/imports.ts'
import { refresh } from '../api/records.ts'
import { useProposals } from '../proposal/use-proposed.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useImportWords } from './import-words.ts'
import { useImportStep } from './use-import-step.ts'

type ImportResultProps = { object: ObjectWire; current: ImportWire; onAnother: () => void }

/** How it went: counts, the file of what had trouble, and the way back. */
export function ImportResult({ object, current, onAnother }: ImportResultProps) {
  const own = useImportWords()
  const { locale } = useWords()
  const { counts, state } = current
  const word = own(`state.${state}`)
  const Drawn = state === 'done' ? CircleCheck : CircleAlert
  return (
    <section className="import-result" aria-label={word}>
      <h2 className={`import-outcome import-${state}`}>
        <Drawn size={20} aria-hidden />
        {word}
      </h2>
      <p className="muted">{current.fileName}</p>
      <Trouble text={current.error && errorSentence(current.error, {}, locale)} />
      <Counts counts={counts} />
      <div className="import-next">
        {state === 'done' && <ToList object={object} />}
        {state === 'done' && <ToRequests current={current} />}
        {counts.failed + counts.incomplete + counts.skipped > 0 && (
          <a href={errorFileOf(current.id)} download className="plain-link">
            <Download size={15} aria-hidden />
            {own('errorFile')}
          </a>
        )}
        <Button onClick={onAnother}>{own('another')}</Button>
        {state === 'done' && <UndoImport object={object} current={current} />}
      </div>
    </section>
  )
}

const counted = ['rows', 'created', 'updated', 'skipped', 'proposed', 'incomplete', 'failed'] as const

function Counts({ counts }: Pick<ImportWire, 'counts'>) {
  const own = useImportWords()
  const { format } = useWords()
  return (
    <dl className="import-counts">
      {counted.filter(isTold(counts)).map((name) => (
        <div key={name} className={counts[name] > 0 && name === 'failed' ? 'import-count-bad' : undefined}>
          <dt className="meta">{own(`count.${name}`)}</dt>
          <dd>{format.number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Few lists wait for anybody. */
const isTold =
  (counts: ImportWire['counts']) =>
  (name: keyof ImportWire['counts']): boolean =>
    name !== 'proposed' || counts.proposed > 0

/** To what waits for somebody else, where the reader sees any of it. */
function ToRequests({ current: { id, counts } }: { current: ImportWire }) {
  const { t } = useWords()
  const proposals = useProposals()
  if (!proposals || counts.proposed === 0) return null
  return (
    <Link to="/o/$path" params={{ path: proposals.path }} search={{ where: { importId: id } }} className="plain-link">
      {t('proposal.noticeMany', { count: counts.proposed })}
    </Link>
  )
}

function ToList({ object }: { object: ObjectWire }) {
  const own = useImportWords()
  const { labelOfMany } = useWords()
  return (
    <Link to="/o/$path" params={{ path: object.path }} className="primary-link">
      {own('toList', { name: labelOfMany(object.label) })}
    </Link>
  )
}

function UndoImport({ object, current }: { object: ObjectWire; current: ImportWire }) {
  const own = useImportWords()
  const { format } = useWords()
  const client = useQueryClient()
  const { counts, id } = current
  const undo = useImportStep(id, () => undoImport(id).finally(() => refresh(client, object.name)))
  const ask = async (): Promise<void> => {
    const made = own('undoText', { total: format.number(counts.created + counts.updated) })
    const text = counts.proposed > 0 ? `${made} ${own('undoRequests')}` : made
    const isSure = await confirm({ title: own('undoTitle'), text, action: own('undo'), danger: true })
    if (isSure) undo.mutate(undefined)
  }
  return (
    <Button danger look="quiet" icon={Undo2} busy={undo.isPending} onClick={() => void ask()}>
      {own('undo')}
    </Button>
  )
}
