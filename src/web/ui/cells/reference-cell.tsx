import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObjectWire, Titles } from '#shared/wire'
import { useObjectNamed } from '../../api/definitions.ts'
import { useWords } from '../../words/words.ts'
import { Avatar } from '../avatar.tsx'
import { keyIn } from './key-in.ts'

type ReferenceCellProps = { ids: unknown; titles: Titles; object: unknown; dense?: boolean; person?: boolean }

/** Names of the records that a field points to, as links to them; one that the reader may not see says so. */
export function ReferenceCell(props: ReferenceCellProps) {
  // Where nothing is a link, nothing need be known of the object: a list asks in each row.
  return props.dense || props.person ? <Names {...props} /> : <LinkedNames {...props} />
}

function LinkedNames(props: ReferenceCellProps) {
  const target = useObjectNamed(typeof props.object === 'string' ? props.object : '')
  return <Names {...props} target={target} />
}

function Names({ ids, titles, dense, person, target }: ReferenceCellProps & { target?: ObjectWire }) {
  const { t } = useWords()
  const client = useQueryClient()
  const all = (Array.isArray(ids) ? ids : [ids]).filter((id) => typeof id === 'string')
  return (
    <span className={dense && all.length > 1 ? 'references truncate' : 'references'}>
      {all.map((id) => {
        const title = titles[id] ?? client.getQueryData<string>(['title', id])
        const key = keyIn(all, id)
        if (title === undefined)
          return (
            <span key={key} className="muted">
              {t('state.hidden')}
            </span>
          )
        const name = (
          <span className="truncate" title={title}>
            {title}
          </span>
        )
        if (!target)
          return (
            <span key={key} className="reference">
              {person && <Avatar name={title} round size={18} />}
              {name}
            </span>
          )
        return (
          <Link key={key} to="/o/$path/$id" params={{ path: target.path, id }} className="reference link">
            {name}
          </Link>
        )
      })}
    </span>
  )
}
