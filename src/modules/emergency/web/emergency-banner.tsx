import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Siren } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { sessionQuery } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { endEmergencyAccess } from './emergency.ts'
import './emergency.css'

/** Says on a file that one reads it in an emergency, how long still, and ends it. */
export function EmergencyBanner({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('emergency_access')
  const { data: session } = useSuspenseQuery(sessionQuery)
  return object && session ? <Running object={object} customer={record.id} me={session.user.id} /> : null
}

function Running({ object, customer, me }: { object: ObjectWire; customer: string; me: string }) {
  const { rows } = useRecords(object, { customer, user: me, until: { gt: 'now' } }, { sort: '-until' })
  const [access] = rows
  return access ? <Banner key={access.id} id={access.id} until={Date.parse(String(access.until))} /> : null
}

function Banner({ id, until }: { id: string; until: number }) {
  const { t } = useWords()
  const client = useQueryClient()
  const lookAgain = (): Promise<void> => client.invalidateQueries()
  const end = useMutation({ mutationFn: () => endEmergencyAccess(id), onSuccess: lookAgain, onError: toastError })
  const seconds = useSecondsTo(until, () => void lookAgain())
  if (seconds <= 0) return null
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <section className="emergency-banner" aria-label={t('emergency.title')}>
      <Siren size={16} aria-hidden />
      <p>
        {t('emergency.running')} <strong role="timer">{t('emergency.left', { time })}</strong>
      </p>
      <Button busy={end.isPending} onClick={() => end.mutate()}>
        {t('emergency.end')}
      </Button>
    </section>
  )
}

/** Counts by the clock, so that a computer that slept does not go on where it was. */
function useSecondsTo(until: number, onEnd: () => void): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const tick = setInterval(() => {
      setNow(Date.now())
      if (Date.now() < until) return
      clearInterval(tick)
      onEnd()
    }, 1_000)
    return () => clearInterval(tick)
  })
  return Math.ceil((until - now) / 1_000)
}
