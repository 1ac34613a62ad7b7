import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of suggestions, not with the first page.
i18next.addResourceBundle('zh', 'improvement', zh)
i18next.addResourceBundle('en', 'improvement', en)

/** The words of suggestions and improvements, in the reader's language. */
export function useImprovementWords() {
  return useTranslation('improvement').t
}
