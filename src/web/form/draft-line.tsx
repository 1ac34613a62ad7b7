import { useWords } from '../words/words.ts'
import type { KeptDraft } from './use-form-draft.ts'
import './draft-line.css'

/** Says that what is typed is kept, since when, and takes it away again. */
export function DraftLine({ draft: { at, discard } }: { draft: KeptDraft }) {
  const { t, format } = useWords()
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
