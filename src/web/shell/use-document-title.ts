import { useEffect } from 'react'
import { useWords } from '../words/words.ts'

/** Names the page in the browser's tab and history. */
export function useDocumentTitle(title: string): void {
  const { t } = useWords()
  const name = t('app.name')
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name
  }, [title, name])
}
