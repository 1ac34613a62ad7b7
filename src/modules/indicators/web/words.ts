import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the page of figures, not with the first page.
i18next.addResourceBundle('zh', 'indicators', zh)
i18next.addResourceBundle('en', 'indicators', en)

/** The words of performance figures, in the reader's language. */
export function useIndicatorWords() {
  return useTranslation('indicators').t
}
