import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { Markdown } from '../ui/cells/markdown.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { chapterIn, contents, type GuideChapter, pictureAt, readGuide } from './guide-files.ts'
import { guideWords } from './guide-words.ts'
import './guide.css'

/** A chapter of the user guide in the reader's language, with the others beside it. */
export function GuidePage() {
  const { label, locale } = useWords()
  const { chapter = contents } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['guide', locale, chapter],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readGuide(locale, chapter),
  })
  useDocumentTitle(data?.title ?? label(guideWords.guide))
  if (isPending) return <Skeleton rows={8} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <NotFoundPage />
  const { title, body, chapters } = data
  return (
    <>
      <PageHead title={title} />
      <div key={chapter} className="page-scroll">
        <div className="guide">
          <nav className="guide-chapters" aria-label={label(guideWords.contents)}>
            <ChapterLink name={contents} title={label(guideWords.contents)} />
            {chapters.map((one) => (
              <ChapterLink key={one.name} {...one} />
            ))}
          </nav>
          <article className="guide-text">
            <Markdown text={body} own={ownParts} />
            <Beside chapters={chapters} chapter={chapter} />
          </article>
        </div>
      </div>
    </>
  )
}

function ChapterLink({ name, title }: GuideChapter) {
  return name === contents ? (
    <Link to="/help/guide" activeOptions={{ exact: true }}>
      {title}
    </Link>
  ) : (
    <Link to="/help/guide/$chapter" params={{ chapter: name }}>
      {title}
    </Link>
  )
}

/** On to the next chapter, and back. */
function Beside({ chapters, chapter }: { chapters: readonly GuideChapter[]; chapter: string }) {
  const { label } = useWords()
  const at = chapters.findIndex(({ name }) => name === chapter)
  const previous = at > 0 ? chapters[at - 1] : undefined
  const next = chapters[at + 1]
  return (
    <div className="guide-beside">
      <ChapterLink name={contents} title={label(guideWords.contents)} />
      {previous && <ChapterLink {...previous} title={label(guideWords.previous) + previous.title} />}
      {next && <ChapterLink {...next} title={label(guideWords.next) + next.title} />}
    </div>
  )
}

const ownParts = { a: GuideLink, img: GuidePicture }

function GuideLink({ href, children }: ComponentProps<'a'>) {
  const chapter = chapterIn(href)
  if (chapter === contents) return <Link to="/help/guide">{children}</Link>
  if (chapter)
    return (
      <Link to="/help/guide/$chapter" params={{ chapter }}>
        {children}
      </Link>
    )
  // Other documents stand beside the product, not in it.
  return children
}

function GuidePicture({ src, alt }: ComponentProps<'img'>) {
  const url = pictureAt(src)
  const shape = src?.endsWith('-phone.webp') ? 'guide-picture guide-picture-phone' : 'guide-picture'
  return (
    <a href={url} target="_blank" rel="noopener" className={shape}>
      <img src={url} alt={alt} loading="lazy" />
    </a>
  )
}
