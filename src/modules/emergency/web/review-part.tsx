import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { endEmergencyAccess, type Finding, reviewEmergencyAccess } from './emergency.ts'
import '../../../web/file/in-place.css'
import './emergency.css'
import 'virtual:antd/input.css'
import 'virtual:antd/radio.css'

/** Ends an access that still runs, and says whether it was justified; never one's own. The server knows who may. */
export function ReviewPart({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t } = useWords()
  const client = useQueryClient()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const end = useMutation({
    mutationFn: () => endEmergencyAccess(record.id),
    onSuccess: () => client.invalidateQueries(),
    onError: toastError,
  })
  const isRunning = Date.parse(String(record.until)) > Date.now()
  const isOwn = session?.user.id === record.user
  return (
    <>
      {isRunning && (
        <p>
          <Button busy={end.isPending} onClick={() => end.mutate()}>
            {t('emergency.end')}
          </Button>
        </p>
      )}
      {record.state === 'open' && !isOwn && <ReviewForm object={object} id={record.id} />}
    </>
  )
}

function ReviewForm({ object, id }: { object: ObjectWire; id: string }) {
  const { t, label } = useWords()
  const inputId = useId()
  const client = useQueryClient()
  const [finding, setFinding] = useState<Finding>()
  const [opinion, setOpinion] = useState('')
  const review = useMutation({
    mutationFn: (said: Finding) => reviewEmergencyAccess(id, { finding: said, opinion: opinion.trim() }),
    onSuccess: async () => {
      toast({ text: t('emergency.reviewed') })
      await client.invalidateQueries()
    },
  })
  const field = fieldOf(object, 'finding')
  return (
    <form
      className="emergency-review"
      aria-label={t('emergency.review')}
      onSubmit={(event) => {
        event.preventDefault()
        if (finding) review.mutate(finding)
      }}
    >
      <h2>{t('emergency.review')}</h2>
      <Radio.Group
        value={finding}
        aria-label={t('emergency.review')}
        onChange={(event) => setFinding(event.target.value)}
      >
        {field &&
          choicesOf(field).map(({ value, label: name }) => (
            <Radio key={value} value={value}>
              {label(name)}
            </Radio>
          ))}
      </Radio.Group>
      <div className="in-place-field">
        <label htmlFor={inputId}>{t('emergency.opinion')}</label>
        <Input.TextArea
          id={inputId}
          value={opinion}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </div>
      <Trouble text={review.error?.message} />
      <div>
        <Button look="primary" submit busy={review.isPending} disabled={!finding || !opinion.trim()}>
          {t('emergency.finish')}
        </Button>
      </div>
    </form>
  )
}
