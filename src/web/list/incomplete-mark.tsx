import { TriangleAlert } from 'lucide-react'
import type { RecordWire } from '#shared/wire'
import { useWords } from '../words/words.ts'

/** Says on a row or card that the file still lacks something. */
export function IncompleteMark({ record }: { record: RecordWire }) {
  const { t } = useWords()
  const count = record.incomplete?.length ?? 0
  if (count === 0) return null
  const text = t('list.incomplete', { count })
  return (
    <span className="incomplete-mark" title={text}>
      <TriangleAlert size={13} role="img" aria-label={text} />
    </span>
  )
}
