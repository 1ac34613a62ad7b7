import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { isOpen } from '../../../web/file/is-open.ts'
import { Button } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { withdrawLink } from './confirmations.ts'
import { useConfirmationWords } from './words.ts'

const AskDialog = lazy(() => import('./ask-dialog.tsx').then((dialog) => ({ default: dialog.AskDialog })))

/** The links that this customer was sent, what became of them, and another. */
export function LinksPart({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('confirmation_link')
  return object ? <Links object={object} record={record} /> : null
}

function Links({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useConfirmationWords()
  const client = useQueryClient()
  const { rows, error, isPending } = useRecords(object, { customer: record.id }, { sort: '-createdAt' })
  const [isAsking, setAsking] = useState(false)
  const mayAsk = isOpen(record)
  if (!mayAsk && !error && rows.length === 0) return null
  const end = (): void => {
    setAsking(false)
    void client.invalidateQueries()
  }
  return (
    <InPlaceSection title={t('title')} icon={object.icon} error={error}>
      {!isPending && rows.length === 0 && <p className="meta">{t('none')}</p>}
      <ul>
        {rows.map((link) => (
          <LinkLine key={link.id} object={object} link={link} mayWithdraw={mayAsk} />
        ))}
      </ul>
      {mayAsk && (
        <Button icon={Send} small onClick={() => setAsking(true)}>
          {t('ask')}
        </Button>
      )}
      {isAsking && (
        <Suspense>
          <AskDialog customer={record.id} onEnd={end} />
        </Suspense>
      )}
    </InPlaceSection>
  )
}

type LinkLineProps = {
  object: ObjectWire
  link: Readonly<Record<string, unknown>> & { id: string; titles: Readonly<Record<string, string>> }
  mayWithdraw: boolean
}

function LinkLine({ object, link, mayWithdraw }: LinkLineProps) {
  const t = useConfirmationWords()
  const { format } = useWords()
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => withdrawLink(link.id),
    onSuccess: async () => {
      await client.invalidateQueries()
      toast({ text: t('withdrawn') })
    },
    onError: toastError,
  })
  const isWaiting = link.state === 'sent' || link.state === 'opened'
  const shown = (['state', ...(link.origin ? ['origin'] : [])] as const).flatMap((name) => fieldOf(object, name) ?? [])
  const said = Object.values(link.answers ?? {})
  const count = (one: string): number => said.filter((each) => each === one).length
  const when = isWaiting ? t('until', { day: format.shortDateTime(String(link.validUntil)) }) : ''
  const whenAnswered = link.answeredAt ? format.shortDateTime(String(link.answeredAt)) : when
  return (
    <li className="in-place-line">
      <span className="in-place-text">
        <Link to="/o/$path/$id" params={{ path: object.path, id: link.id }} className="link">
          {String(link.name)}
        </Link>
        {shown.map((field) => (
          <FieldValue key={field.name} field={field} value={link[field.name]} titles={link.titles} dense />
        ))}
        <span className="meta">
          {[link.titles[String(link.sender)], whenAnswered].filter((text) => text).join(' · ')}
        </span>
        {said.length > 0 && (
          <span className="meta">
            {t('counts', { right: count('right'), corrected: count('corrected'), gone: count('gone') })}
          </span>
        )}
        {typeof link.request === 'string' && (
          <Link to="/o/$path/$id" params={{ path: 'change-requests', id: link.request }} className="link">
            {t('request')}
          </Link>
        )}
      </span>
      {isWaiting && mayWithdraw && (
        <Button look="quiet" small busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('withdraw')}
        </Button>
      )}
    </li>
  )
}
