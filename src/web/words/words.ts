import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Label, Locale } from '#shared/label'
import { endingOf, insideSentence, plural } from '#shared/names'
import type { ListWire } from '#shared/wire'
import type { zh as appraisals } from '../../modules/appraisals/web/locales/zh.ts'
import type { zh as confirmations } from '../../modules/confirmations/web/locales/zh.ts'
import type { zh as customisation } from '../../modules/customisation/web/locales/zh.ts'
import type { zh as keying } from '../../modules/double-entry/web/locales/zh.ts'
import type { zh as duplicates } from '../../modules/duplicates/web/locales/zh.ts'
import type { zh as grading } from '../../modules/grading/web/locales/zh.ts'
import type { zh as improvement } from '../../modules/improvement/web/locales/zh.ts'
import type { zh as indicators } from '../../modules/indicators/web/locales/zh.ts'
import type { zh as meetings } from '../../modules/meetings/web/locales/zh.ts'
import type { zh as procedures } from '../../modules/procedures/web/locales/zh.ts'
import type { zh as publications } from '../../modules/publications/web/locales/zh.ts'
import type { zh as reviews } from '../../modules/reviews/web/locales/zh.ts'
import type { zh as imports } from '../import/locales/zh.ts'
import type { zh as labels } from '../labels/locales/zh.ts'
import type { zh } from '../locales/zh.ts'
import type { zh as mail } from '../mail/locales/zh.ts'
import type { zh as phone } from '../phone/locales/zh.ts'
import type { zh as presence } from '../presence/locales/zh.ts'
import type { zh as proposal } from '../proposal/locales/zh.ts'
import type { zh as settings } from '../settings/locales/zh.ts'
import type { zh as verify } from '../verify/locales/zh.ts'
import type { zh as voice } from '../voice/locales/zh.ts'
import { type Formatter, formatterOf } from './format.ts'

const storageKey = 'dossier.locale'

declare module 'i18next' {
  interface CustomTypeOptions {
    // The first words come with the page; those of pages that few open, with them.
    resources: {
      translation: typeof zh
      confirmations: typeof confirmations
      appraisals: typeof appraisals
      customisation: typeof customisation
      duplicates: typeof duplicates
      grading: typeof grading
      import: typeof imports
      improvement: typeof improvement
      indicators: typeof indicators
      keying: typeof keying
      labels: typeof labels
      mail: typeof mail
      meetings: typeof meetings
      settings: typeof settings
      phone: typeof phone
      presence: typeof presence
      procedures: typeof procedures
      publications: typeof publications
      reviews: typeof reviews
      proposal: typeof proposal
      voice: typeof voice
      verify: typeof verify
    }
  }
}

function firstLocale(): Locale {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
}

i18next.use(initReactI18next).init({
  lng: firstLocale(),
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
})
// English labels begin with a capital; a sentence says where one stands inside of it.
i18next.services.formatter?.add('inside', insideSentence)
i18next.services.formatter?.add('s', endingOf)

/** One language comes with the page; the other when somebody asks for it. */
const dictionaries = {
  zh: async () => (await import('../locales/zh.ts')).zh,
  en: async () => (await import('../locales/en.ts')).en,
}

async function loadWords(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return
  i18next.addResourceBundle(locale, 'translation', await dictionaries[locale]())
}

/** There is nothing to show before the page has its words. */
export async function loadFirstWords(): Promise<void> {
  await loadWords(currentLocale())
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Shows the page in another language and keeps the choice on this device. */
export function showLocale(locale: Locale): void {
  if (locale === currentLocale()) return
  localStorage.setItem(storageKey, locale)
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  void loadWords(locale).then(() => i18next.changeLanguage(locale))
}

function makeWords(locale: Locale) {
  const t = i18next.getFixedT(locale)
  const format: Formatter = formatterOf(locale)
  // Chinese has no plural.
  const labelOfMany = (label: Label): string => (locale === 'en' ? plural(label.en) : label.zh)
  /** How many there are, as far as they were counted. */
  const totalOf = ({ total, totalExact }: Pick<ListWire, 'total' | 'totalExact'>): string =>
    totalExact ? format.number(total) : t('list.about', { total: format.number(total) })
  return { t, locale, format, totalOf, label: (label: Label) => label[locale], labelOfMany }
}

let wordsNow = makeWords(currentLocale())
i18next.on('languageChanged', () => {
  wordsNow = makeWords(currentLocale())
})

function whenOther(tell: () => void): () => void {
  i18next.on('languageChanged', tell)
  return () => i18next.off('languageChanged', tell)
}

/** The words of the page, the label of a definition, and numbers and dates, all in the reader's language; one and the same for every component, as a list asks in each of its cells. */
export function useWords() {
  return useSyncExternalStore(whenOther, () => wordsNow)
}

/** Words outside a component, such as in a thrown sentence. */
export const words = i18next.t.bind(i18next)
