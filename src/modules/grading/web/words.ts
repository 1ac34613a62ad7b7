import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// The page is seldom opened: its words come with it, not with the first page.
i18next.addResourceBundle('zh', 'grading', zh)
i18next.addResourceBundle('en', 'grading', en)

/** The words of grading, in the reader's language. */
export function useGradingWords() {
  return useTranslation('grading').t
}
