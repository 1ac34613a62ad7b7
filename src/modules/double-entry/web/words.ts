import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the page of double entry, not with the first page.
i18next.addResourceBundle('zh', 'keying', zh)
i18next.addResourceBundle('en', 'keying', en)

/** The words of double entry, in the reader's language. */
export function useKeyingWords() {
  return useTranslation('keying').t
}
