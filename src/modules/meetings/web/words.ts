import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of meetings, not with the first page.
i18next.addResourceBundle('zh', 'meetings', zh)
i18next.addResourceBundle('en', 'meetings', en)

/** The words of meetings and weekly reports, in the reader's language. */
export function useMeetingWords() {
  return useTranslation('meetings').t
}
