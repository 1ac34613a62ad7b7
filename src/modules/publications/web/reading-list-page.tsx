import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BookOpen, PenLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useDuty } from '../../../web/api/session.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { SearchField } from '../../../web/ui/search-field.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { readingsQuery } from './reading.ts'
import { ReadingLine } from './reading-line.tsx'
import { usePublicationWords } from './words.ts'
import './publications.css'

/** What is published for the reader: first what waits for their confirmation, then what is pinned, then the newest. */
export function ReadingListPage() {
  const editions = useObjectNamed('edition')
  return editions?.can.includes('read') ? <ReadingList /> : <NotFoundPage />
}

function ReadingList() {
  const { t: words, label } = useWords()
  const t = usePublicationWords()
  const editions = useObjectNamed('edition')
  const texts = useObjectNamed('publication')
  const [text, setText] = useState('')
  const [kind, setKind] = useState('')
  const search = useDebounced(text.trim(), 250)
  const { data, error, isPending } = useQuery(readingsQuery(search))
  useDocumentTitle(words('reading.title'))
  const field = editions && fieldOf(editions, 'kind')
  const kinds = (field ? choicesOf(field) : []).map((choice) => ({ value: choice.value, label: label(choice.label) }))
  const rows = (data?.items ?? []).filter((reading) => !kind || reading.kind === kind)
  const isNarrowed = search !== '' || kind !== ''
  return (
    <>
      <PageHead title={words('reading.title')}>
        <Link to="/duties" className="link">
          {words('duties.title')}
        </Link>
        <CasesLink />
        <Manage />
      </PageHead>
      <div className="page-scroll reading-page">
        <div className="reading-tools">
          <SearchField className="reading-search" label={t('search')} value={text} onText={setText} />
          <PlainSelect
            aria-label={t('kinds')}
            value={kind}
            options={[{ value: '', label: t('every') }, ...kinds]}
            onChange={(next) => setKind(String(next))}
          />
        </div>
        <Trouble text={error?.message} />
        {isPending && <Skeleton rows={6} />}
        {data && rows.length === 0 && (
          <EmptyState
            icon={BookOpen}
            title={t(isNarrowed ? 'noneFound' : 'none')}
            text={t(isNarrowed ? 'noneFoundText' : 'noneText')}
          />
        )}
        <ul>
          {rows.map((reading) => (
            <ReadingLine key={reading.id} reading={reading} />
          ))}
        </ul>
        {texts?.can.includes('create') && (
          <Suspense>
            <Starters texts={texts} kind="duties" />
            <Starters texts={texts} kind="procedure" />
          </Suspense>
        )}
      </div>
    </>
  )
}

// Their texts are long, and few readers write any.
const Starters = lazy(() => import('./starters.tsx').then((part) => ({ default: part.Starters })))

/** To the procedures that are being carried out. */
function CasesLink() {
  const t = usePublicationWords()
  const cases = useObjectNamed('procedure_case')
  const audits = useDuty('trail')
  if (!cases?.can.includes('read'))
    return audits ? (
      <Link to="/cases/compliance" className="link">
        {t('kept')}
      </Link>
    ) : null
  return (
    <Link to="/cases" className="link">
      {t('cases')}
    </Link>
  )
}

/** For those who write: the texts themselves, and another one. */
function Manage() {
  const t = usePublicationWords()
  const texts = useObjectNamed('publication')
  if (!texts?.can.includes('create')) return null
  return (
    <>
      <Link to="/o/$path" params={{ path: texts.path }} className="link">
        {t('manage')}
      </Link>
      <Link to="/o/$path/new" params={{ path: texts.path }} className="link reading-write">
        <PenLine size={15} aria-hidden />
        {t('write')}
      </Link>
    </>
  )
}
