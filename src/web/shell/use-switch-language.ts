import { useQueryClient } from '@tanstack/react-query'
import type { Locale } from '#shared/label'
import { saveOwnSettings, sessionQuery } from '../api/session.ts'
import { toastError } from '../ui/toast.tsx'
import { showLocale, useWords } from '../words/words.ts'

/** The other language, and the way to it. */
export function useSwitchLanguage(): { other: Locale; switchLanguage: () => void } {
  const { locale } = useWords()
  const client = useQueryClient()
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  const switchLanguage = (): void => {
    // First in what is known of the user: every page shows itself in the language that stands there.
    client.setQueryData(sessionQuery.queryKey, (was) => was && { ...was, user: { ...was.user, locale: other } })
    showLocale(other)
    saveOwnSettings({ locale: other }).catch(toastError)
    // What answers say in a language, such as the titles of records, is asked for again.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  }
  return { other, switchLanguage }
}
