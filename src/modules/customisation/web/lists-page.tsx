import { Link } from '@tanstack/react-router'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/words/words.ts'
import { listsOf, useShapedObjects } from './shaped-objects.ts'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'

/** Every list of values that the company may keep, by the object where it is chosen from. */
export function ListsPage() {
  const t = useOwnWords()
  const { label } = useWords()
  const objects = useShapedObjects().filter((object) => listsOf(object).length > 0)
  useDocumentTitle(t('lists.title'))
  return (
    <>
      <PageHead title={t('lists.title')} />
      <div className="page-scroll settings-page">
        <p className="muted">{t('lists.text')}</p>
        {objects.map((object) => (
          <section key={object.name} className="settings-group" aria-label={label(object.label)}>
            <h2>{label(object.label)}</h2>
            <ul>
              {listsOf(object).map((field) => (
                <ListLine key={field.name} object={object} field={field} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function ListLine({ object, field }: { object: ObjectWire; field: FieldWire }) {
  const t = useOwnWords()
  const { label } = useWords()
  const choices = choicesOf(field)
  const retired = choices.filter(({ hidden }) => hidden).length
  const params = { object: object.name, field: field.name }
  return (
    <li>
      <Link to="/settings/value-lists/$object/$field" params={params} className="settings-line">
        <strong className="truncate">{label(field.label)}</strong>
        <span className="meta">
          {[
            t('lists.count', { count: choices.length - retired }),
            retired > 0 && t('lists.retiredCount', { count: retired }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="meta truncate settings-line-rest">
          {choices
            .filter(({ hidden }) => !hidden)
            .map((choice) => label(choice.label))
            .join(' · ')}
        </span>
      </Link>
    </li>
  )
}
