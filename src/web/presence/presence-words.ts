import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// They come with the first file that is opened, not with the first page.
i18next.addResourceBundle('zh', 'presence', zh)
i18next.addResourceBundle('en', 'presence', en)

/** What is said of others at a file, in the reader's language. */
export function usePresenceWords() {
  return useTranslation('presence').t
}
