import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type MailTime, mailTimes, type NoticeChoice, noticeKinds } from '#shared/notice-kinds'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useDuties } from '../../../web/api/session.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Choices, choicesQuery, useChoose } from './choices.ts'
import { useNotices } from './notices.ts'
import './choices.css'
import 'virtual:antd/checkbox.css'

/** How the person is told of each kind of thing: by the page, and by mail. */
export function ChoicesPage() {
  const { t } = useWords()
  const object = useNotices()
  const query = useQuery(choicesQuery)
  useDocumentTitle(t('notices.choices.title'))
  if (!object) return <NotFoundPage />
  return (
    <>
      <PageHead title={t('notices.choices.title')} />
      <div className="page-scroll choices">
        <p className="muted">{t('notices.choices.text')}</p>
        {query.isPending && <Skeleton rows={6} />}
        {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && <ChoiceList object={object} choices={query.data.choices} mail={query.data.mail} />}
      </div>
    </>
  )
}

function ChoiceList({ object, choices, mail }: Choices & { object: ObjectWire }) {
  const { t, label } = useWords()
  const duties = useDuties()
  const { mutate: choose } = useChoose()
  const field = fieldOf(object, 'kind')
  const labels = new Map(field && choicesOf(field).map((choice) => [choice.value, label(choice.label)]))
  // Alarms are for those who read the log.
  const kinds = noticeKinds.filter((kind) => kind !== 'security' || duties.includes('trail'))
  return (
    <>
      {mail !== 'ready' && <p className="meta">{t(`notices.choices.${mail}`)}</p>}
      <ul className="choices-list">
        {kinds.map((kind) => (
          <ChoiceLine
            key={kind}
            name={labels.get(kind) ?? kind}
            choice={choices[kind]}
            onChoose={(choice) => choose({ kind, choice })}
          />
        ))}
      </ul>
    </>
  )
}

type ChoiceLineProps = { name: string; choice: NoticeChoice; onChoose: (choice: NoticeChoice) => void }

function ChoiceLine({ name, choice, onChoose }: ChoiceLineProps) {
  const { t } = useWords()
  const isTime = (text: string): text is MailTime => mailTimes.some((time) => time === text)
  return (
    <li>
      <span>{name}</span>
      <span className="choices-ways">
        <Checkbox
          checked={choice.inApp}
          aria-label={`${name}: ${t('notices.choices.inApp')}`}
          onChange={(event) => onChoose({ ...choice, inApp: event.target.checked })}
        >
          {t('notices.choices.inApp')}
        </Checkbox>
        <PlainSelect
          value={choice.mail}
          aria-label={`${name}: ${t('notices.choices.mail')}`}
          options={mailTimes.map((time) => ({ value: time, label: t(`notices.choices.times.${time}`) }))}
          popupMatchSelectWidth={false}
          onChange={(time: string) => isTime(time) && onChoose({ ...choice, mail: time })}
        />
      </span>
    </li>
  )
}
