import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Few open this page: its words come with it, not with the first page.
i18next.addResourceBundle('zh', 'import', zh)
i18next.addResourceBundle('en', 'import', en)

/** What is said about imports, in the reader's language. */
export function useImportWords() {
  return useTranslation('import').t
}
