import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the drawer of labels, not with the first page.
i18next.addResourceBundle('zh', 'labels', zh)
i18next.addResourceBundle('en', 'labels', en)

/** The words of the drawer of labels, in the reader's language. */
export function useLabelWords() {
  return useTranslation('labels').t
}
