import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Combine } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ApartList } from './apart-list.tsx'
import { groupsQuery } from './duplicates.ts'
import { GroupCard } from './group-card.tsx'
import { isCompared } from './has-duplicates.ts'
import { useDuplicateWords } from './words.ts'
import './duplicates.css'

/** Records that may be one and the same, group by group, with why; and those of which somebody has said that they are not. */
export function DuplicatesPage() {
  const { t } = useWords()
  const compared = useObjects().filter(isCompared)
  useDocumentTitle(t('duplicates.title'))
  if (compared.length === 0) return <NotFoundPage />
  return (
    <>
      <PageHead title={t('duplicates.title')} />
      <div className="page-scroll duplicates-page">
        {compared.map((object) => (
          <Groups key={object.name} object={object} />
        ))}
      </div>
    </>
  )
}

function Groups({ object }: { object: ObjectWire }) {
  const t = useDuplicateWords()
  const { labelOfMany } = useWords()
  const groups = useInfiniteQuery(groupsQuery(object))
  if (groups.isPending) return <Skeleton rows={6} height={64} />
  if (groups.isError) return <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />
  const items = groups.data.pages.flatMap((page) => page.items)
  const titles = Object.assign({}, ...groups.data.pages.map((page) => page.titles))
  return (
    <>
      {items.length === 0 ? (
        <EmptyState icon={Combine} title={t('none')} text={t('noneText')}>
          <Link to="/o/$path" params={{ path: object.path }} className="link">
            {t('toList', { name: labelOfMany(object.label) })}
          </Link>
        </EmptyState>
      ) : (
        <>
          <p className="muted">{t('text')}</p>
          <p className="meta">{t(groups.hasNextPage ? 'shownMore' : 'shown', { count: items.length })}</p>
        </>
      )}
      {items.map((group) => (
        <GroupCard key={group.id} object={object} group={group} titles={titles} />
      ))}
      {groups.hasNextPage && (
        <Button look="quiet" busy={groups.isFetchingNextPage} onClick={() => void groups.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <ApartList object={object} />
    </>
  )
}
