import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { changeRecord, keepRecord } from '../../../web/api/records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useAppraisalWords } from './words.ts'

type PartProps = { object: ObjectWire; record: RecordAnswer }

const whose = { writing: 'manager', shown: 'owner', appealed: 'superior' } as const

const said = ['managerWords', 'answerWords', 'decisionReason'] as const

const forms = {
  writing: { word: 'write', fields: ['managerScore', 'managerWords'], fixed: {} },
  shown: { word: 'appeal', fields: ['answerWords'], fixed: { answer: 'appealed' } },
  appealed: { word: 'decide', fields: ['decision', 'decidedScore', 'decisionReason'], fixed: {} },
} as const

/** Whose turn it is, and for that one the way to take it. */
export function TurnPart({ object, record }: PartProps) {
  const t = useAppraisalWords()
  const { format, label } = useWords()
  const { state, closedAt } = record
  const isOpen = state === 'writing' || state === 'shown' || state === 'appealed'
  return (
    <InPlaceSection title={t('words')} icon="message-square-text">
      {said.map((name) => {
        const field = fieldOf(object, name)
        return field && typeof record[name] === 'string' ? (
          <p key={name} className="appraisal-words">
            <span className="muted">{label(field.label)}</span> {record[name]}
          </p>
        ) : null
      })}
      {isOpen && (
        <p className="muted">{t(`waits.${state}`, { name: record.titles[String(record[whose[state]])] ?? '—' })}</p>
      )}
      {isOpen && record.can.includes('update') && <Turn key={state} state={state} object={object} record={record} />}
      {!isOpen && closedAt ? <p className="muted">{t('closed', { at: format.dateTime(String(closedAt)) })}</p> : null}
    </InPlaceSection>
  )
}

function Turn({ state, object, record }: PartProps & { state: keyof typeof forms }) {
  const t = useAppraisalWords()
  const [isWriting, setWriting] = useState(false)
  const { word, fields, fixed } = forms[state]
  if (isWriting)
    return (
      <InPlaceForm
        object={object}
        record={record}
        fields={fields}
        fixed={fixed}
        label={t(word)}
        onEnd={() => setWriting(false)}
      />
    )
  const open = (look?: 'primary'): ReactNode => (
    <Button look={look} onClick={() => setWriting(true)}>
      {t(word)}
    </Button>
  )
  return (
    <p className="appraisal-links">
      {state === 'shown' && <Confirm object={object} record={record} />}
      {open(state === 'shown' ? undefined : 'primary')}
    </p>
  )
}

function Confirm({ object, record }: PartProps) {
  const t = useAppraisalWords()
  const client = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => changeRecord(object, record, { answer: 'confirmed' }),
    onSuccess: (saved) => {
      keepRecord(client, object, saved)
      toast({ text: t('confirmed') })
    },
    onError: toastError,
  })
  return (
    <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
      {t('confirm')}
    </Button>
  )
}
