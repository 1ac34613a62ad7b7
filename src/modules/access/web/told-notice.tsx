import { toldIn } from '#shared/told-in'
import type { ObjectWire } from '#shared/wire'
import type { Values } from '../../../web/form/form-values.ts'
import { useWords } from '../../../web/words/words.ts'
import { useChoiceNames } from './use-choice-names.ts'
import type { Purposes } from './use-purposes.ts'

type ToldNoticeProps = { object: ObjectWire; values: Values; purposes: Purposes }

/** What is read to the customer, or shown, before the consent is recorded. */
export function ToldNotice({ object, values, purposes }: ToldNoticeProps) {
  const { t, locale } = useWords()
  const purpose = purposes.get(String(values.purpose))
  const language = purpose && toldIn(purpose.texts, values.noticeLanguage, locale)
  const name = useChoiceNames(object, 'noticeLanguage')(language ?? values.noticeLanguage)
  if (!purpose) return null
  const text = language && purpose.texts[language]
  if (!text) return <p className="meta">{name ? t('consents.notTold', { language: name }) : t('consents.noNotice')}</p>
  return (
    <figure className="told-notice">
      <figcaption className="meta">
        {[t('consents.version', { version: purpose.version }), name].filter(Boolean).join(' · ')}
      </figcaption>
      <blockquote lang={language}>{text}</blockquote>
    </figure>
  )
}
