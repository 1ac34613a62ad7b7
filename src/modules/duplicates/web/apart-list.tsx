import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/words/words.ts'
import { apartQuery } from './duplicates.ts'
import { useSayApart } from './use-say-apart.ts'
import { useDuplicateWords } from './words.ts'

/** Pairs that somebody has told apart, by whom and when; each is asked about again if the reader wants so. */
export function ApartList({ object }: { object: ObjectWire }) {
  const t = useDuplicateWords()
  const { format } = useWords()
  const { data } = useQuery(apartQuery(object))
  const say = useSayApart(object)
  if (!data?.items.length) return null
  const { items, titles } = data
  return (
    <section className="duplicates-apart" aria-label={t('apart')}>
      <h2>{t('apart')}</h2>
      <ul>
        {items.map(({ one, other, by, at }) => (
          <li key={one + other} className="duplicates-line">
            <p>
              {[one, other].map((id) => (
                <Link key={id} to="/o/$path/$id" params={{ path: object.path, id }} className="link">
                  {titles[id]}
                </Link>
              ))}
              <span className="meta">{t('apartLine', { by: (by && titles[by]) ?? '—', at: format.dateTime(at) })}</span>
            </p>
            <Button look="quiet" small busy={say.isPending} onClick={() => say.mutate({ one, other, apart: false })}>
              {t('ask')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
