import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the bar of a phone, not with the first page.
i18next.addResourceBundle('zh', 'phone', zh)
i18next.addResourceBundle('en', 'phone', en)

/** What stands at hand on a phone, in the reader's language. */
export function usePhoneWords() {
  return useTranslation('phone').t
}
