import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { openRound } from './reviews.ts'
import { RoundLine } from './round-line.tsx'
import { useReviewWords } from './words.ts'
import './reviews.css'

/** The rounds of a plan, and another one at once. */
export function PlanPart({ record }: { object: ObjectWire; record: RecordAnswer }) {
  const rounds = useObjectNamed('review_round')
  return rounds ? <Rounds object={rounds} plan={record} /> : null
}

function Rounds({ object, plan }: { object: ObjectWire; plan: RecordAnswer }) {
  const t = useReviewWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { rows, error } = useRecords(object, { plan: plan.id }, { sort: '-openedOn' })
  const open = useMutation({
    mutationFn: () => openRound(plan.id),
    onSuccess: async ({ id }) => {
      toast({ text: t('opened') })
      await client.invalidateQueries({ queryKey: ['list'] })
      await navigate({ to: '/o/$path/$id', params: { path: object.path, id } })
    },
    onError: toastError,
  })
  return (
    <InPlaceSection title={t('rounds')} icon={object.icon} error={error}>
      {rows.length === 0 && <p className="muted">{t('noRounds')}</p>}
      <ul>
        {rows.map((round) => (
          <RoundLine key={round.id} object={object} round={round} />
        ))}
      </ul>
      {plan.can.includes('update') && (
        <p>
          <Button busy={open.isPending} onClick={() => open.mutate()}>
            {t('open')}
          </Button>
        </p>
      )}
    </InPlaceSection>
  )
}
