import { useOnLine } from '../ui/use-on-line.ts'
import { useWords } from '../words/words.ts'
import type { KeptDraft } from './use-form-draft.ts'
import './draft-line.css'

/** Says that what is typed is kept, since when, and takes it away again; without a line, that it waits on this page. */
export function DraftLine({ draft: { at, discard } }: { draft: KeptDraft }) {
  const { t, format } = useWords()
  const isOnLine = useOnLine()
  if (!isOnLine) return <span className="draft-line draft-waits">{t('draft.waits')}</span>
  return (
    <span className="draft-line meta">
      {at && (
        <>
          {t('draft.of', { at: format.timeOrDay(at) })}
          <button type="button" className="draft-discard" onClick={discard}>
            {t('draft.discard')}
          </button>
        </>
      )}
    </span>
  )
}
