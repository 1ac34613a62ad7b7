import { Link } from '@tanstack/react-router'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/words/words.ts'
import { CodeLook } from './code-look.tsx'
import { SuggestionForm } from './suggestion-form.tsx'
import { useImprovementWords } from './words.ts'
import './suggestions.css'

/** Something to suggest, what became of it, and whose suggestions were adopted. */
export function SuggestionsPage() {
  const object = useObjectNamed('suggestion')
  return object?.can.includes('read') ? <Box object={object} /> : <NotFoundPage />
}

function Box({ object }: { object: ObjectWire }) {
  const { t: all } = useWords()
  const t = useImprovementWords()
  const me = useOwnId()
  const credits = useObjectNamed('credit')
  const waiting = { state: { in: ['new', 'looking'] }, or: [{ sender: { ne: me } }, { sender: { empty: true } }] }
  useDocumentTitle(all('suggestions.title'))
  return (
    <>
      <PageHead title={all('suggestions.title')} />
      <div className="page-scroll suggestions-page">
        <p className="muted">{t('text')}</p>
        <SuggestionForm object={object} />
        <Suggestions object={object} title={t('waiting')} where={waiting} isHandling />
        <Suggestions object={object} title={t('mine')} where={{ sender: me }} />
        <CodeLook object={object} />
        {credits?.can.includes('read') && <Credits object={credits} />}
      </div>
    </>
  )
}

type SuggestionsProps = { object: ObjectWire; title: string; where: Filter; isHandling?: true }

function Suggestions({ object, title, where, isHandling }: SuggestionsProps) {
  const t = useImprovementWords()
  const { rows, error, isPending } = useRecords(object, where, { sort: '-createdAt' })
  const [state, sender] = [fieldOf(object, 'state'), fieldOf(object, 'sender')]
  // Who handles none need not know that others do.
  if (isHandling && rows.length === 0) return null
  return (
    <InPlaceSection title={title} icon={object.icon} error={error}>
      {!isPending && rows.length === 0 && <p className="muted">{t('none')}</p>}
      <ul>
        {rows.slice(0, 20).map((row) => (
          <li key={row.id} className="in-place-line">
            <span className="in-place-text">
              <Link to="/o/$path/$id" params={{ path: object.path, id: row.id }} className="link">
                {String(row.title)}
              </Link>
              {state && <FieldValue field={state} value={row.state} titles={{}} dense />}
              {isHandling && row.anonymous === true && <span className="meta">{t('anonymousName')}</span>}
              {isHandling && row.anonymous !== true && sender && (
                <FieldValue field={sender} value={row.sender} titles={row.titles} dense />
              )}
            </span>
          </li>
        ))}
      </ul>
      {isHandling && (
        <p>
          <Link to="/o/$path" params={{ path: object.path }} className="link">
            {t('all')}
          </Link>
        </p>
      )}
    </InPlaceSection>
  )
}

function Credits({ object }: { object: ObjectWire }) {
  const t = useImprovementWords()
  const { format } = useWords()
  const improvements = useObjectNamed('improvement')
  const { rows, error, isPending } = useRecords(object, {}, { sort: '-day' })
  const person = fieldOf(object, 'person')
  return (
    <InPlaceSection title={t('credits')} icon={object.icon} error={error}>
      {!isPending && rows.length === 0 && <p className="muted">{t('noCredits')}</p>}
      <ul>
        {rows.slice(0, 20).map((row) => (
          <li key={row.id} className="in-place-line">
            <span className="in-place-text">
              <span>{String(row.reason)}</span>
              {person && <FieldValue field={person} value={row.person} titles={row.titles} dense />}
              <span className="meta">{format.date(String(row.day))}</span>
            </span>
          </li>
        ))}
      </ul>
      {improvements?.can.includes('read') && (
        <p>
          <Link to="/o/$path" params={{ path: improvements.path }} search={{ board: 'stage' }} className="link">
            {t('board')}
          </Link>
        </p>
      )}
    </InPlaceSection>
  )
}
