import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'

// Their words come with the pages of appraisals, not with the first page.
i18next.addResourceBundle('zh', 'appraisals', zh)
i18next.addResourceBundle('en', 'appraisals', en)

/** The words of appraisals, in the reader's language. */
export function useAppraisalWords() {
  return useTranslation('appraisals').t
}
