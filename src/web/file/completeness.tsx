import { isUnknown } from '#shared/verification'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { needsOf } from '../form/needs.ts'
import { isEmptyIn } from '../ui/empty-value.ts'
import { useWords } from '../words/words.ts'

/** How much is there of what the file needs or should have, as a ring that names what is missing. */
export function Completeness({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t, label, format } = useWords()
  const needs = needsOf(object, record, record.masked)
  const wanted = object.fields.filter(({ name }) => needs[name] !== 'optional')
  if (wanted.length < 2) return null
  const unknown = (record.verifications ?? []).filter(({ how, due }) => isUnknown(how) && Date.parse(due) > Date.now())
  const missing = wanted.filter(({ name }) => isEmptyIn(record, name) && !unknown.some(({ field }) => field === name))
  const share = Math.round(((wanted.length - missing.length) / wanted.length) * 100)
  const names = new Intl.ListFormat(format.locale, { type: 'unit' }).format(missing.map((field) => label(field.label)))
  const told = missing.length ? t('file.missing', { names }) : t('file.allThere')
  return (
    <div className="head-fact" title={told}>
      <dt className="visually-hidden">{t('file.completeness')}</dt>
      <dd className="completeness">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
          <circle cx="8" cy="8" r="6.5" className="ring-whole" />
          <circle cx="8" cy="8" r="6.5" className="ring-share" pathLength="100" strokeDasharray={`${share} 100`} />
        </svg>
        {format.percent(share)}
        <span className="visually-hidden">{told}</span>
      </dd>
    </div>
  )
}
