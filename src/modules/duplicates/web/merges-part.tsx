import { useQuery } from '@tanstack/react-query'
import { Combine, Undo2 } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { useWords } from '../../../web/words/words.ts'
import { mergesQuery } from './duplicates.ts'
import { isCompared } from './has-duplicates.ts'
import { useUndoMerge } from './use-undo-merge.ts'
import { useDuplicateWords } from './words.ts'
import './duplicates.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** Which files went into this one, as long as that can be taken back. */
export function MergesPart(props: PartProps) {
  return isCompared(props.object) ? <Merges {...props} /> : null
}

function Merges({ object, record }: PartProps) {
  const t = useDuplicateWords()
  const { format } = useWords()
  const { data } = useQuery(mergesQuery(object, record.id))
  const undo = useUndoMerge(object)
  const open = (data?.items ?? []).filter(({ undoUntil }) => Date.parse(undoUntil) > Date.now())
  const ask = async (id: string): Promise<void> => {
    if (await confirm({ title: t('undoTitle'), text: t('undoText'), action: t('undoMerge') })) undo.mutate(id)
  }
  if (open.length === 0) return null
  return (
    <section className="merges" aria-label={t('onFile')}>
      {open.map(({ id, undoUntil, joined }, at) => (
        <div key={id} className="merges-line">
          <Combine size={15} aria-hidden />
          <p>
            {t('into', {
              names: joined.map(({ title, number }) => [title, number].filter(Boolean).join(' ')).join('、'),
            })}
            <span className="meta">{t('until', { date: format.date(undoUntil.slice(0, 10)) })}</span>
          </p>
          {/* A later merge is taken back before an earlier one. */}
          {at === 0 && record.can.includes('update') && (
            <Button small icon={Undo2} busy={undo.isPending} onClick={() => void ask(id)}>
              {t('undoMerge')}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}
