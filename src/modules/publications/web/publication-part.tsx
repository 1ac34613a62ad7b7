import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { changeRecord, keepRecord } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { readersQuery, remindReaders } from './reading.ts'
import { StepsEditor } from './steps-editor.tsx'
import { usePublicationWords } from './words.ts'
import './publications.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** Where a text stands on its way to its readers. */
export function PublicationWay({ object, record }: PartProps) {
  if (!record.can.includes('update')) return null
  return (
    <div className="publication-part">
      <Way object={object} record={record} />
    </div>
  )
}

/** The steps of a procedure, and who has read the text. */
export function PublicationPart({ object, record }: PartProps) {
  if (!record.can.includes('update')) return null
  return (
    <>
      {record.kind === 'procedure' && <Steps object={object} record={record} />}
      {record.edition ? <Readers id={record.id} /> : null}
    </>
  )
}

/** Of what the procedure governs; of an export there are none. */
function Steps({ object, record }: PartProps) {
  const own = useObjectNamed('custom_object')
  const { rows } = useRecords(own ?? object, { id: String(record.governsOwn ?? record.id) })
  const named = record.governsOwn ? rows[0]?.name : record.governs
  const governed = useObjectNamed(String(named ?? ''))
  const isCarriedOut =
    governed && (governed.name === 'customer' || governed.custom || governed.fields.some(namesCustomer))
  return isCarriedOut ? <StepsEditor key={record.id} object={object} record={record} governed={governed} /> : null
}

const namesCustomer = ({ name, kind }: FieldWire): boolean => name === 'customer' && kind === 'reference'

function Way({ object, record }: PartProps) {
  const t = usePublicationWords()
  const move = useMove(object, record)
  const number = Number(record.edition ?? 0)
  const state = String(record.state)
  const told = number ? (state === 'published' || state === 'withdrawn' ? state : 'draft') : 'never'
  const withdraw = async (): Promise<void> => {
    if (await confirm({ title: t('withdrawTitle'), text: t('withdrawText'), action: t('withdraw') }))
      move.mutate('withdrawn')
  }
  return (
    <p className="reading-confirm">
      <span>{t(`told.${told}`, { number })}</span>
      {state !== 'published' && (
        <Button look="primary" icon={Send} busy={move.isPending} onClick={() => move.mutate('published')}>
          {number ? t('publishNext', { number: number + 1 }) : t('publish')}
        </Button>
      )}
      {number > 0 && state !== 'withdrawn' && (
        <Button busy={move.isPending} onClick={() => void withdraw()}>
          {t('withdraw')}
        </Button>
      )}
    </p>
  )
}

function useMove(object: ObjectWire, record: RecordAnswer) {
  const t = usePublicationWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  return useMutation({
    mutationFn: (state: 'published' | 'withdrawn') => changeRecord(object, record, { state }),
    onSuccess: async (changed, state) => {
      keepRecord(client, object, changed)
      if (!tell(changed.proposed)) toast({ text: t(state) })
      await client.invalidateQueries({ queryKey: ['list'] })
    },
    onError: toastError,
  })
}

function Readers({ id }: { id: string }) {
  const t = usePublicationWords()
  const { format } = useWords()
  const { data, error } = useQuery(readersQuery(id))
  const remind = useMutation({
    mutationFn: () => remindReaders(id),
    onSuccess: ({ reminded }) => toast({ text: t('reminded', { count: reminded }) }),
    onError: toastError,
  })
  const people = data?.people ?? []
  const done = people.filter(({ readAt }) => readAt).length
  if (data && !data.edition) return null
  return (
    <InPlaceSection title={t('readers')} icon="clipboard-check" error={error}>
      {data && people.length === 0 && <p className="muted">{t('nobody')}</p>}
      {data?.edition && people.length > 0 && (
        <>
          <Progress label={t('readers')} done={done} total={people.length} />
          <details className="publication-readers">
            <summary>{t('readersText', { done, total: people.length, number: data.number ?? 0 })}</summary>
            <ul>
              {people.map((person) => (
                <li key={person.id} className="in-place-line">
                  <span className="in-place-text">
                    <Link to="/o/$path/$id" params={{ path: 'users', id: person.id }} className="link">
                      {person.name}
                    </Link>
                  </span>
                  {person.readAt ? (
                    <span className="meta">{format.dateTime(person.readAt)}</span>
                  ) : (
                    <Pill colour="amber">{t('notYet')}</Pill>
                  )}
                </li>
              ))}
            </ul>
          </details>
          <p className="reading-confirm">
            {done < people.length && (
              <Button busy={remind.isPending} onClick={() => remind.mutate()}>
                {t('remind')}
              </Button>
            )}
            <Link to="/reading/$id" params={{ id: data.edition }} className="link">
              {t('open')}
            </Link>
          </p>
        </>
      )}
    </InPlaceSection>
  )
}
