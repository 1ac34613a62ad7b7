import { skipToken, useQueries, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import type { FileNamed, Linked, Proof } from '../api/grounds.ts'
import { latestProofs } from '../api/proofs.ts'
import { recordQuery } from '../api/records.ts'
import { ProofLine } from './proof-line.tsx'
import { useProposalWords } from './proposal-words.ts'
import 'virtual:antd/checkbox.css'

/** The objects whose records may prove something about a file, as far as the reader sees any. */
export function useProving(file: FileNamed | undefined): readonly ObjectWire[] {
  const objects = useObjects()
  return objects.filter(({ proves, parent, can }) => proves && parent?.object === file?.object && can.includes('read'))
}

type LinkChoiceProps = {
  proving: readonly ObjectWire[]
  file: FileNamed
  /** Stands among them however old it is. */
  proof?: Proof
  chosen: readonly Linked[]
  onChange: (chosen: readonly Linked[]) => void
}

/** The latest of a file's records that may prove a change of it, to choose from; nothing where there are none. */
export function LinkChoice({ proving, file, proof, chosen, onChange }: LinkChoiceProps) {
  const t = useProposalWords()
  const lists = useQueries({ queries: proving.map((object) => latestProofs(object, file)) })
  const latest = proving.flatMap((object, at) => {
    const { items = [], titles = {} } = lists[at]?.data ?? {}
    return items.map((record) => ({ object, record, titles }))
  })
  const older = useOlder(proving, proof)
  const choices = [...older.filter(({ record }) => !latest.some((one) => one.record.id === record.id)), ...latest]
  const turn = (one: Linked, isOn: boolean): void =>
    onChange([...chosen.filter(({ record }) => record !== one.record), ...(isOn ? [one] : [])])
  if (!choices.length) return null
  return (
    <fieldset className="proof-list">
      <legend className="meta">{t('grounds.linked')}</legend>
      {choices.map(({ object, record, titles }) => (
        <Checkbox
          key={record.id}
          checked={chosen.some((one) => one.record === record.id)}
          onChange={({ target }) => turn({ object: object.name, record: record.id }, target.checked)}
        >
          <ProofLine object={object} record={record} titles={titles} />
        </Checkbox>
      ))}
    </fieldset>
  )
}

/** What the form was opened by. */
function useOlder(proving: readonly ObjectWire[], proof: Proof | undefined) {
  const object = proving.find(({ name }) => name === proof?.object)
  const query = object && proof && recordQuery(object, proof.record)
  const { data } = useQuery({ queryKey: query?.queryKey ?? ['proof'], queryFn: query?.queryFn ?? skipToken })
  return object && data ? [{ object, record: data, titles: data.titles }] : []
}
