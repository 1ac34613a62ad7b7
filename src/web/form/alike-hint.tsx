import { Link } from '@tanstack/react-router'
import type { DuplicateHint, ObjectWire } from '#shared/wire'
import { useWords } from '../words/words.ts'
import './alike-hint.css'

/** Says which records may be the one being typed; keeps nobody from saving. */
export function AlikeHint({ object, hint }: { object: ObjectWire; hint: DuplicateHint }) {
  const { t } = useWords()
  return (
    <span className="alike-hint">
      {hint.records.length > 0 && t('form.alike')}
      {hint.records.map(({ id, title }) => (
        <Link key={id} to="/o/$path/$id" params={{ path: object.path, id }} className="link">
          {title}
        </Link>
      ))}
      {hint.hidden && <span>{t('form.alikeHidden')}</span>}
    </span>
  )
}
