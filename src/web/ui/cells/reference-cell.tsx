import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Titles } from '#shared/wire'
import { useObjectNamed } from '../../api/definitions.ts'
import { useWords } from '../../words/words.ts'
import { Avatar } from '../avatar.tsx'

type ReferenceCellProps = { ids: unknown; titles: Titles; object: unknown; dense?: boolean; person?: boolean }

/** Names of the records that a field points to, as links to them; one that the reader may not see says so. */
export function ReferenceCell({ ids, titles, object, dense, person }: ReferenceCellProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const target = useObjectNamed(typeof object === 'string' ? object : '')
  const all = (Array.isArray(ids) ? ids : [ids]).filter((id) => typeof id === 'string')
  return (
    <span className={dense ? 'references truncate' : 'references'}>
      {all.map((id) => {
        const title = titles[id] ?? client.getQueryData<string>(['title', id])
        if (title === undefined)
          return (
            <span key={id} className="muted">
              {t('state.hidden')}
            </span>
          )
        const name = (
          <span className="truncate" title={title}>
            {title}
          </span>
        )
        const face = person && <Avatar name={title} round size={18} />
        if (dense || !target || person)
          return (
            <span key={id} className="reference">
              {face}
              {name}
            </span>
          )
        return (
          <Link key={id} to="/o/$path/$id" params={{ path: target.path, id }} className="reference link">
            {name}
          </Link>
        )
      })}
    </span>
  )
}
