import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// These pages are seldom opened: their words come with them, not with the first page.
i18next.addResourceBundle('zh', 'customisation', zh)
i18next.addResourceBundle('en', 'customisation', en)

/** The words of the settings of objects, in the reader's language. */
export function useOwnWords() {
  return useTranslation('customisation').t
}
