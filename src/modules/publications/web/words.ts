import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of what is published, not with the first page.
i18next.addResourceBundle('zh', 'publications', zh)
i18next.addResourceBundle('en', 'publications', en)

/** The words of what is published, in the reader's language. */
export function usePublicationWords() {
  return useTranslation('publications').t
}
