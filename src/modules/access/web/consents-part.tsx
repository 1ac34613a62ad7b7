import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban } from 'lucide-react'
import { type NoticeTexts, toldIn } from '#shared/told-in'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { isOpen } from '../../../web/file/is-open.ts'
import type { Values } from '../../../web/form/form-values.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type ConsentState, consentState, isOver, type Notice } from './consent-state.ts'
import { InPlaceForm } from './in-place-form.tsx'
import { InPlaceLine } from './in-place-line.tsx'

/** What a customer was told and agreed to; a withdrawal is as near as the consent. */
export function ConsentsPart({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('consent')
  const purpose = useObjectNamed('purpose')
  return object && purpose ? <Consents object={object} purpose={purpose} record={record} /> : null
}

type Purposes = ReadonlyMap<string, Purpose>

type ConsentsProps = { object: ObjectWire; purpose: ObjectWire; record: RecordAnswer }

function Consents({ object, purpose, record }: ConsentsProps) {
  const { t } = useWords()
  const { rows, error, isPending } = useRecords(object, { customer: record.id }, '-givenAt')
  const purposes = usePurposes(purpose)
  const mayAdd = object.can.includes('create') && isOpen(record)
  if (!mayAdd && !error && rows.length === 0) return null
  const add = {
    label: t('consents.add'),
    form: (onEnd: () => void) => (
      <InPlaceForm
        object={object}
        fields={given}
        fixed={{ customer: record.id }}
        label={t('consents.add')}
        foot={(values) => <ToldNotice object={object} values={values} purposes={purposes} />}
        onEnd={onEnd}
      />
    ),
  }
  return (
    <InPlaceSection title={t('consents.title')} icon={object.icon} error={error} add={mayAdd ? add : undefined}>
      {!isPending && rows.length === 0 && <p className="meta">{t('consents.none')}</p>}
      <ul>
        {rows.map((consent) => (
          <Consent key={consent.id} object={object} consent={consent} purpose={purposes.get(String(consent.purpose))} />
        ))}
      </ul>
    </InPlaceSection>
  )
}

// Text and version are the purpose's, and taken over.
const given = ['purpose', 'subject', 'method', 'givenAt', 'until', 'noticeLanguage', 'proof'] as const

type ToldNoticeProps = { object: ObjectWire; values: Values; purposes: Purposes }

/** What is read to the customer, or shown, before the consent is recorded. */
function ToldNotice({ object, values, purposes }: ToldNoticeProps) {
  const { t, locale } = useWords()
  const purpose = purposes.get(String(values.purpose))
  const language = purpose && toldIn(purpose.texts, values.noticeLanguage, locale)
  const name = useChoiceNamed(object, 'noticeLanguage', language ?? values.noticeLanguage)
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

const colours: Record<ConsentState, 'green' | 'amber' | 'red' | 'blue' | 'grey'> = {
  inForce: 'green',
  older: 'amber',
  again: 'red',
  coming: 'blue',
  ended: 'grey',
  withdrawn: 'grey',
}

type ConsentProps = { object: ObjectWire; consent: RecordAnswer; purpose: Purpose | undefined }

function Consent({ object, consent, purpose }: ConsentProps) {
  const { t } = useWords()
  const client = useQueryClient()
  // The file itself may be out of reach now, for who works under the purpose.
  const lookAgain = (): void => void client.invalidateQueries({ queryKey: ['record', 'customer', consent.customer] })
  const state = consentState(consent, purpose, Date.now())
  const subject = String(consent.subject ?? '') || t('state.untitled')
  const words = {
    change: t('consents.withdraw', { subject }),
    remove: t('consents.remove', { subject }),
    removeText: t('consents.removeText'),
  }
  const withdrawal = state === 'withdrawn' ? [] : ['withdrawnHow']
  const method = fieldOf(object, 'method')
  const facts = useFacts(object, consent, purpose)
  return (
    <InPlaceLine
      object={object}
      record={consent}
      fields={withdrawal}
      fixed={{ withdrawnAt: new Date().toISOString() }}
      changeIcon={Ban}
      words={words}
      isEnded={isOver(state)}
      onChanged={lookAgain}
    >
      <span className="in-place-text">
        <Link to="/o/$path/$id" params={{ path: object.path, id: consent.id }} className="link">
          {subject}
        </Link>
        <Pill colour={colours[state]}>{t(`consents.state.${state}`)}</Pill>
        <span className="meta">{purpose?.name ?? consent.titles[String(consent.purpose)] ?? t('state.hidden')}</span>
        {method && <FieldValue field={method} value={consent.method} titles={consent.titles} dense />}
        <span className="meta">{facts}</span>
      </span>
    </InPlaceLine>
  )
}

/** When it was given and until when, to which notice, and when it was withdrawn. */
function useFacts(object: ObjectWire, consent: RecordAnswer, notice?: Notice): string {
  const { t, format } = useWords()
  const { givenAt, until, noticeVersion, noticeLanguage, withdrawnAt, withdrawnHow } = consent
  const language = useChoiceNamed(object, 'noticeLanguage', noticeLanguage)
  const isOlder = typeof noticeVersion === 'number' && notice && noticeVersion < notice.version
  return [
    typeof givenAt === 'string' && t('consents.given', { date: format.shortDateTime(givenAt) }),
    typeof until === 'string' && t('consents.until', { date: format.shortDateTime(until) }),
    typeof noticeVersion === 'number' &&
      t(isOlder ? 'consents.olderVersion' : 'consents.version', {
        version: noticeVersion,
        current: notice?.version ?? noticeVersion,
      }),
    language,
    typeof withdrawnAt === 'string' && t('consents.withdrawn', { date: format.shortDateTime(withdrawnAt) }),
    typeof withdrawnHow === 'string' && withdrawnHow,
  ]
    .filter(Boolean)
    .join(' · ')
}

type Purpose = Notice & { name: string; texts: NoticeTexts }

function usePurposes(object: ObjectWire): Purposes {
  const { label } = useWords()
  const { rows } = useRecords(object, { active: true })
  return new Map(
    rows.map(({ id, nameZh, nameEn, noticeZh, noticeEn, noticeVersion, oldestNotice }) => [
      id,
      {
        name: label({ zh: String(nameZh), en: String(nameEn) }),
        texts: { zh: textOf(noticeZh), en: textOf(noticeEn) },
        version: Number(noticeVersion ?? 0),
        oldest: Number(oldestNotice ?? 0),
      },
    ]),
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The name of a choice of the object's field; undefined for none. */
function useChoiceNamed(object: ObjectWire, field: string, value: unknown): string | undefined {
  const { label } = useWords()
  const found = fieldOf(object, field)
  const chosen = found && choicesOf(found).find((choice) => choice.value === value)
  return chosen && label(chosen.label)
}
