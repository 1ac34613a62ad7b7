import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import type { Values } from '../../../web/form/form-values.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type ConsentState, consentState, isOver, type Notice } from './consent-state.ts'
import { InPlaceLine } from './in-place-line.tsx'
import { useChoiceNames } from './use-choice-names.ts'
import type { Purpose } from './use-purposes.ts'

const colours: Record<ConsentState, 'green' | 'amber' | 'red' | 'blue' | 'grey'> = {
  inForce: 'green',
  older: 'amber',
  again: 'red',
  coming: 'blue',
  ended: 'grey',
  withdrawn: 'grey',
}

type ConsentLineProps = { object: ObjectWire; consent: RecordAnswer; purpose: Purpose | undefined }

/** A consent with where it stands, and the way to withdraw it. */
export function ConsentLine({ object, consent, purpose }: ConsentLineProps) {
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
  const withdrawn = listOf(consent.withdrawnChannels)
  const withdrawal = state === 'withdrawn' ? [] : ['withdrawnChannels', 'withdrawnHow']
  // Where a further channel is named, the others stay.
  const asWhole = (typed: Values): Values =>
    listOf(typed.withdrawnChannels).some((channel) => !withdrawn.includes(channel))
      ? {}
      : { withdrawnAt: new Date().toISOString() }
  const method = fieldOf(object, 'method')
  const facts = useFacts(object, consent, purpose)
  return (
    <InPlaceLine
      object={object}
      record={consent}
      fields={withdrawal}
      fixed={asWhole}
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

/** For which channels, when it was given and until when, to which notice, and what was withdrawn of it. */
function useFacts(object: ObjectWire, consent: RecordAnswer, notice?: Notice): string {
  const { t, format } = useWords()
  const { givenAt, until, noticeVersion, noticeLanguage, withdrawnAt, withdrawnHow } = consent
  const languageName = useChoiceNames(object, 'noticeLanguage')
  const channelNames = useChoiceNames(object, 'channels')
  const withdrawn = channelNames(consent.withdrawnChannels)
  const isOlder = typeof noticeVersion === 'number' && notice && noticeVersion < notice.version
  return [
    channelNames(consent.channels) || t('consents.allChannels'),
    typeof givenAt === 'string' && t('consents.given', { date: format.shortDateTime(givenAt) }),
    typeof until === 'string' && t('consents.until', { date: format.shortDateTime(until) }),
    typeof noticeVersion === 'number' &&
      t(isOlder ? 'consents.olderVersion' : 'consents.version', {
        version: noticeVersion,
        current: notice?.version ?? noticeVersion,
      }),
    languageName(noticeLanguage),
    withdrawn && t('consents.channelsWithdrawn', { channels: withdrawn }),
    typeof withdrawnAt === 'string' && t('consents.withdrawn', { date: format.shortDateTime(withdrawnAt) }),
    typeof withdrawnHow === 'string' && withdrawnHow,
  ]
    .filter(Boolean)
    .join(' · ')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
