import { useWords } from '../words/words.ts'

/** A line that says that more is coming. */
export function Loading() {
  const { t } = useWords()
  return (
    <p className="loading" role="status">
      {t('state.loading')}
    </p>
  )
}
