import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the first change request, not with the first page.
i18next.addResourceBundle('zh', 'proposal', zh)
i18next.addResourceBundle('en', 'proposal', en)

/** What is said about change requests, in the reader's language. */
export function useProposalWords() {
  return useTranslation('proposal').t
}
