import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Few open this page: its words come with it, not with the first page.
i18next.addResourceBundle('zh', 'mail', zh)
i18next.addResourceBundle('en', 'mail', en)

/** What is said about mail, in the reader's language. */
export function useMailWords() {
  return useTranslation('mail').t
}
