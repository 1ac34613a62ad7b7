import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useImprovementWords } from './words.ts'
import './suggestions.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** One click makes what a meeting agreed, or a review found, an improvement; then it leads there. */
export function ImprovePart({ object, record }: PartProps) {
  const improvements = useObjectNamed('improvement')
  return improvements?.can.includes('create') ? (
    <Improve improvements={improvements} object={object} record={record} />
  ) : null
}

function Improve({ improvements, object, record }: PartProps & { improvements: ObjectWire }) {
  const t = useImprovementWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { label } = useWords()
  const isFinding = object.name === 'review_finding'
  const from = isFinding ? 'reviewFinding' : 'meetingAction'
  const { rows, isPending } = useRecords(improvements, { [from]: record.id })
  const kind = fieldOf(object, 'kind')
  const named = kind && choicesOf(kind).find(({ value }) => value === record.kind)
  const title = isFinding ? `${label(object.label)}: ${named ? label(named.label) : ''}` : String(record.title)
  const make = useMutation({
    mutationFn: () =>
      createRecord(
        improvements,
        {
          title,
          source: isFinding ? 'review' : 'meeting',
          [from]: record.id,
          ...(typeof record.note === 'string' && { problem: record.note }),
        },
        crypto.randomUUID(),
      ),
    onSuccess: async ({ id }) => {
      toast({ text: t('improved') })
      refresh(client, improvements.name, [])
      await navigate({ to: '/o/$path/$id', params: { path: improvements.path, id } })
    },
    onError: toastError,
  })
  const [made] = rows
  if (isPending) return null
  return (
    <p className="improve-bar">
      {made ? (
        <Link to="/o/$path/$id" params={{ path: improvements.path, id: made.id }} className="link">
          {t('improved')}
        </Link>
      ) : (
        <Button busy={make.isPending} onClick={() => make.mutate()}>
          {t('improve')}
        </Button>
      )}
    </p>
  )
}
