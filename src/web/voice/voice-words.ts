import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the first recording, not with the first page.
i18next.addResourceBundle('zh', 'voice', zh)
i18next.addResourceBundle('en', 'voice', en)

/** What is said about voice notes, in the reader's language. */
export function useVoiceWords() {
  return useTranslation('voice').t
}
