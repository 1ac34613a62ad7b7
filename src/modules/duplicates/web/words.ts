import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with these pages, not with the first page.
i18next.addResourceBundle('zh', 'duplicates', zh)
i18next.addResourceBundle('en', 'duplicates', en)

/** The words of duplicates and merges, in the reader's language. */
export function useDuplicateWords() {
  return useTranslation('duplicates').t
}
