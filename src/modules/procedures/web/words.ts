import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the parts of procedures, not with the first page.
i18next.addResourceBundle('zh', 'procedures', zh)
i18next.addResourceBundle('en', 'procedures', en)

/** The words of procedures that are carried out, in the reader's language. */
export function useProcedureWords() {
  return useTranslation('procedures').t
}
