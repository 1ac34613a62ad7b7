import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { ProofLine } from './proof-line.tsx'
import { useProposalWords } from './proposal-words.ts'

type CorrectionHeadProps = { object: ObjectWire; record: RecordAnswer }

/** By what a file is corrected, above its form. */
export function CorrectionHead({ object, record }: CorrectionHeadProps) {
  const t = useProposalWords()
  return (
    <section className="correction" aria-label={t('correction.title')}>
      <strong>{t('correction.title')}</strong>
      <ProofLine object={object} record={record} titles={record.titles} />
      <p className="meta">{t('correction.text')}</p>
    </section>
  )
}
