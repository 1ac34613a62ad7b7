import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// These pages are seldom opened: their words come with them, not with the first page.
i18next.addResourceBundle('zh', 'settings', zh)
i18next.addResourceBundle('en', 'settings', en)

/** The words of the settings of the house, in the reader's language. */
export function useSettingsWords() {
  return useTranslation('settings').t
}
