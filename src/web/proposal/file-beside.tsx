import { useQuery } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import type { ChangesWire } from '../api/change-requests.ts'
import { useObjectNamed } from '../api/definitions.ts'
import { recordQuery } from '../api/records.ts'
import { HeadFacts } from '../file/file-head.tsx'
import { Incomplete } from '../file/incomplete.tsx'
import { Sections } from '../file/sections.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { titleOf } from '../words/title-of.ts'
import { useProposalWords } from './proposal-words.ts'
import '../file/file.css'

/** The whole file on which a change would be made, as far as its reader sees it. */
export function FileBeside({ file }: { file: NonNullable<ChangesWire['file']> }) {
  const object = useObjectNamed(file.object)
  return object?.can.includes('read') ? <Looked object={object} id={file.record} /> : null
}

function Looked({ object, id }: { object: ObjectWire; id: string }) {
  const t = useProposalWords()
  // On a phone what the request is founded on comes first.
  const isPhone = usePhone()
  const { data: record } = useQuery({ ...recordQuery(object, id), retry: false })
  if (!record) return null
  return (
    <details className="file-beside" open={!isPhone}>
      <summary>
        {t('beside')} · {titleOf(object, record)}
      </summary>
      <HeadFacts object={object} record={record} />
      <Incomplete object={object} record={record} />
      <Sections object={object} record={record} />
    </details>
  )
}
