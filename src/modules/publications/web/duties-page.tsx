import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ClipboardList } from 'lucide-react'
import type { Reading } from '#shared/reading'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { recordQuery } from '../../../web/api/records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Markdown } from '../../../web/ui/cells/markdown.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { PostRights } from './post-rights.tsx'
import { type Post, postsQuery } from './reading.ts'
import { ReadingLine } from './reading-line.tsx'
import { usePublicationWords } from './words.ts'
import './publications.css'

const route = getRouteApi('/app/duties')

/** A post in one view: its duties, what its holders may do, the procedures they follow and what they learn. The own one first. */
export function DutiesPage() {
  const editions = useObjectNamed('edition')
  return editions?.can.includes('read') ? <Posts editions={editions} /> : <NotFoundPage />
}

function Posts({ editions }: { editions: ObjectWire }) {
  const { t: words, label } = useWords()
  const t = usePublicationWords()
  const navigate = useNavigate()
  const { post: asked } = route.useSearch()
  const { data, error, isPending } = useQuery(postsQuery)
  const posts = data?.items ?? []
  const post = posts.find(({ code }) => code === asked) ?? posts[0]
  const title = post && !post.own ? t('dutiesOf', { post: label(post.label) }) : words('duties.title')
  useDocumentTitle(title)
  const options = posts.map(({ code, label: of, own }) => ({
    value: code,
    label: own ? `${label(of)} · ${t('ownPost')}` : label(of),
  }))
  return (
    <>
      <PageHead title={title} />
      <div className="page-scroll reading-page">
        {posts.length > 1 && post && (
          <div className="reading-tools">
            <PlainSelect
              aria-label={t('post')}
              value={post.code}
              options={options}
              onChange={(next) => void navigate({ to: '/duties', search: { post: String(next) }, replace: true })}
            />
          </div>
        )}
        <Trouble text={error?.message} />
        {isPending && <Skeleton rows={8} />}
        {post && <OnePost key={post.code} editions={editions} post={post} />}
      </div>
    </>
  )
}

function OnePost({ editions, post }: { editions: ObjectWire; post: Post }) {
  const t = usePublicationWords()
  const texts = useObjectNamed('publication')
  const of = (...kinds: readonly string[]): readonly Reading[] => post.texts.filter(({ kind }) => kinds.includes(kind))
  const duties = of('duties')
  return (
    <>
      {duties.length === 0 && (
        <EmptyState icon={ClipboardList} title={t('dutiesNone')} text={t('dutiesNoneText')}>
          {texts?.can.includes('create') && (
            <Link to="/reading" className="link">
              {t('dutiesDraft')}
            </Link>
          )}
        </EmptyState>
      )}
      {duties.map((reading) => (
        <Duties key={reading.id} editions={editions} reading={reading} />
      ))}
      {post.may && <PostRights may={post.may} />}
      <Texts title={t('follows')} icon="list-checks" none={t('followsNone')} texts={of('procedure')} />
      <Texts title={t('learns')} icon="book-open" none={t('learnsNone')} texts={of('policy', 'article', 'example')} />
    </>
  )
}

function Duties({ editions, reading }: { editions: ObjectWire; reading: Reading }) {
  const { data, error } = useQuery(recordQuery(editions, reading.id))
  return (
    <section className="duties" aria-label={reading.title}>
      <ul>
        <ReadingLine reading={reading} />
      </ul>
      <Trouble text={error?.message} />
      {data ? (
        <article className="reading-text">
          <Markdown text={String(data.body ?? '')} />
        </article>
      ) : (
        !error && <Skeleton rows={6} />
      )}
    </section>
  )
}

type TextsProps = { title: string; icon: string; none: string; texts: readonly Reading[] }

function Texts({ title, icon, none, texts }: TextsProps) {
  return (
    <InPlaceSection title={title} icon={icon}>
      {texts.length === 0 && <p className="meta">{none}</p>}
      <ul>
        {texts.map((reading) => (
          <ReadingLine key={reading.id} reading={reading} />
        ))}
      </ul>
    </InPlaceSection>
  )
}
