import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the first field that is to be verified, not with the first page.
i18next.addResourceBundle('zh', 'verify', zh)
i18next.addResourceBundle('en', 'verify', en)

/** What is said of verification, in the reader's language. */
export function useVerifyWords() {
  return useTranslation('verify').t
}
