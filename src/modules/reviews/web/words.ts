import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of reviews, not with the first page.
i18next.addResourceBundle('zh', 'reviews', zh)
i18next.addResourceBundle('en', 'reviews', en)

/** The words of reviews, in the reader's language. */
export function useReviewWords() {
  return useTranslation('reviews').t
}
