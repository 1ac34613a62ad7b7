import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of confirmations, not with the first page.
i18next.addResourceBundle('zh', 'confirmations', zh)
i18next.addResourceBundle('en', 'confirmations', en)

/** The words around links on which customers confirm their data. */
export function useConfirmationWords() {
  return useTranslation('confirmations').t
}
