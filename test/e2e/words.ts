import type { Label, Locale } from '#shared/label'
import { endingOf, insideSentence, plural } from '#shared/names'
import { en as enAppraisals } from '../../src/modules/appraisals/web/locales/en.ts'
import { zh as zhAppraisals } from '../../src/modules/appraisals/web/locales/zh.ts'
import { en as enConfirmations } from '../../src/modules/confirmations/web/locales/en.ts'
import { zh as zhConfirmations } from '../../src/modules/confirmations/web/locales/zh.ts'
import { en as enOwn } from '../../src/modules/customisation/web/locales/en.ts'
import { zh as zhOwn } from '../../src/modules/customisation/web/locales/zh.ts'
import { en as enKeying } from '../../src/modules/double-entry/web/locales/en.ts'
import { zh as zhKeying } from '../../src/modules/double-entry/web/locales/zh.ts'
import { en as enDuplicates } from '../../src/modules/duplicates/web/locales/en.ts'
import { zh as zhDuplicates } from '../../src/modules/duplicates/web/locales/zh.ts'
import { en as enGrading } from '../../src/modules/grading/web/locales/en.ts'
import { zh as zhGrading } from '../../src/modules/grading/web/locales/zh.ts'
import { en as enImprovement } from '../../src/modules/improvement/web/locales/en.ts'
import { zh as zhImprovement } from '../../src/modules/improvement/web/locales/zh.ts'
import { en as enIndicators } from '../../src/modules/indicators/web/locales/en.ts'
import { zh as zhIndicators } from '../../src/modules/indicators/web/locales/zh.ts'
import { en as enMeetings } from '../../src/modules/meetings/web/locales/en.ts'
import { zh as zhMeetings } from '../../src/modules/meetings/web/locales/zh.ts'
import { en as enProcedures } from '../../src/modules/procedures/web/locales/en.ts'
import { zh as zhProcedures } from '../../src/modules/procedures/web/locales/zh.ts'
import { en as enPublications } from '../../src/modules/publications/web/locales/en.ts'
import { zh as zhPublications } from '../../src/modules/publications/web/locales/zh.ts'
import { en as enReviews } from '../../src/modules/reviews/web/locales/en.ts'
import { zh as zhReviews } from '../../src/modules/reviews/web/locales/zh.ts'
import { modules } from '../../src/server/modules.ts'
import { en as enImport } from '../../src/web/import/locales/en.ts'
import { zh as zhImport } from '../../src/web/import/locales/zh.ts'
import { en as enLabels } from '../../src/web/labels/locales/en.ts'
import { zh as zhLabels } from '../../src/web/labels/locales/zh.ts'
import { en } from '../../src/web/locales/en.ts'
import { zh } from '../../src/web/locales/zh.ts'
import { en as enMail } from '../../src/web/mail/locales/en.ts'
import { zh as zhMail } from '../../src/web/mail/locales/zh.ts'
import { en as enPhone } from '../../src/web/phone/locales/en.ts'
import { zh as zhPhone } from '../../src/web/phone/locales/zh.ts'
import { en as enPresence } from '../../src/web/presence/locales/en.ts'
import { zh as zhPresence } from '../../src/web/presence/locales/zh.ts'
import { en as enProposal } from '../../src/web/proposal/locales/en.ts'
import { zh as zhProposal } from '../../src/web/proposal/locales/zh.ts'
import { en as enOfSettings } from '../../src/web/settings/locales/en.ts'
import { zh as zhOfSettings } from '../../src/web/settings/locales/zh.ts'
import { en as enVerify } from '../../src/web/verify/locales/en.ts'
import { zh as zhVerify } from '../../src/web/verify/locales/zh.ts'
import { en as enVoice } from '../../src/web/voice/locales/en.ts'
import { zh as zhVoice } from '../../src/web/voice/locales/zh.ts'

type Texts<Words> = { [Name in keyof Words]: Words[Name] extends string ? string : Texts<Words[Name]> }

/** What the pages say in one language, so that a journey finds things by the words that a reader sees. */
export type Words = Texts<typeof zh> & {
  import: Texts<typeof zhImport>
  labels: Texts<typeof zhLabels>
  mail: Texts<typeof zhMail>
  locale: Locale
  /** What the settings of objects say. */
  own: Texts<typeof zhOwn>
  /** What is said of files that may be one. */
  alike: Texts<typeof zhDuplicates>
  grading: Texts<typeof zhGrading>
  keying: Texts<typeof zhKeying>
  /** What the settings of the house say. */
  house: Texts<typeof zhOfSettings>
  /** What stands at hand on a phone, and what is said about voice notes. */
  atHand: Texts<typeof zhPhone>
  presence: Texts<typeof zhPresence>
  /** What is said about change requests. */
  requests: Texts<typeof zhProposal>
  /** What is said while files are reviewed. */
  procedures: Texts<typeof zhProcedures>
  publishing: Texts<typeof zhPublications>
  reviewing: Texts<typeof zhReviews>
  /** What is said about what work comes to, and how it is judged. */
  indicating: Texts<typeof zhIndicators>
  appraising: Texts<typeof zhAppraisals>
  /** What is said where people meet and report. */
  meeting: Texts<typeof zhMeetings>
  /** What is said about suggestions and improvements. */
  suggesting: Texts<typeof zhImprovement>
  confirmations: Texts<typeof zhConfirmations>
  verify: Texts<typeof zhVerify>
  voice: Texts<typeof zhVoice>
  /** The name of an object: 客户, Customer. */
  name(object: string): string
  names(object: string): string
  /** The name of a field: 客户名称, Name. */
  field(object: string, field: string): string
  /** The name of a value of a choice. */
  choice(object: string, field: string, value: string): string
}

export function wordsOf(locale: Locale): Words {
  const texts: Texts<typeof zh> = { zh, en }[locale]
  return {
    ...texts,
    import: { zh: zhImport, en: enImport }[locale],
    labels: { ...texts.labels, ...{ zh: zhLabels, en: enLabels }[locale] },
    mail: { ...texts.mail, ...{ zh: zhMail, en: enMail }[locale] },
    locale,
    own: { zh: zhOwn, en: enOwn }[locale],
    alike: { zh: zhDuplicates, en: enDuplicates }[locale],
    grading: { zh: zhGrading, en: enGrading }[locale],
    keying: { zh: zhKeying, en: enKeying }[locale],
    house: { zh: zhOfSettings, en: enOfSettings }[locale],
    verify: { zh: zhVerify, en: enVerify }[locale],
    requests: { zh: zhProposal, en: enProposal }[locale],
    procedures: { zh: zhProcedures, en: enProcedures }[locale],
    publishing: { zh: zhPublications, en: enPublications }[locale],
    confirmations: { zh: zhConfirmations, en: enConfirmations }[locale],
    reviewing: { zh: zhReviews, en: enReviews }[locale],
    indicating: { zh: zhIndicators, en: enIndicators }[locale],
    appraising: { zh: zhAppraisals, en: enAppraisals }[locale],
    meeting: { zh: zhMeetings, en: enMeetings }[locale],
    suggesting: { zh: zhImprovement, en: enImprovement }[locale],
    presence: { zh: zhPresence, en: enPresence }[locale],
    atHand: { zh: zhPhone, en: enPhone }[locale],
    voice: { zh: zhVoice, en: enVoice }[locale],
    name: (object) => objectNamed(object).label[locale],
    names: (object) => (locale === 'en' ? plural(objectNamed(object).label.en) : objectNamed(object).label.zh),
    field: (object, field) => fieldOf(object, field).label[locale],
    choice: (object, field, value) => choiceOf(object, field, value)[locale],
  }
}

/** A sentence with its places filled: `新建{{name}}` with 客户. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  const written: Readonly<Record<string, (value: string) => string>> = { inside: insideSentence, s: endingOf }
  return sentence.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, form?: string) => {
    const value = String(values[name])
    return form ? (written[form]?.(value) ?? value) : value
  })
}

function objectNamed(name: string) {
  const object = modules.flatMap(({ objects }) => objects ?? []).find((one) => one.name === name)
  if (!object) throw new Error(`There is no object ${name}.`)
  return object
}

function fieldOf(object: string, name: string) {
  const field = objectNamed(object).fields[name]
  if (!field) throw new Error(`${object} has no field ${name}.`)
  return field
}

function choiceOf(object: string, field: string, value: string): Label {
  const { choices } = fieldOf(object, field).options
  // A choice keeps its list of values there.
  const choice = (choices as readonly { value: string; label: Label }[]).find((one) => one.value === value)
  if (!choice) throw new Error(`${object}.${field} has no value ${value}.`)
  return choice.label
}
