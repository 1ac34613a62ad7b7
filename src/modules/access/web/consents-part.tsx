import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { isOpen } from '../../../web/file/is-open.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ConsentLine } from './consent-line.tsx'
import { ToldNotice } from './told-notice.tsx'
import { usePurposes } from './use-purposes.ts'

/** What a customer was told and agreed to; a withdrawal is as near as the consent. */
export function ConsentsPart({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('consent')
  const purpose = useObjectNamed('purpose')
  return object && purpose ? <Consents object={object} purpose={purpose} record={record} /> : null
}

type ConsentsProps = { object: ObjectWire; purpose: ObjectWire; record: RecordAnswer }

function Consents({ object, purpose, record }: ConsentsProps) {
  const { t } = useWords()
  const { rows, error, isPending } = useRecords(object, { customer: record.id }, { sort: '-givenAt' })
  const purposes = usePurposes(purpose)
  const mayAdd = object.can.includes('create') && isOpen(record)
  if (!mayAdd && !error && rows.length === 0) return null
  const add = {
    label: t('consents.add'),
    form: (onEnd: () => void) => (
      <InPlaceForm
        object={object}
        fields={given}
        fixed={{ customer: record.id }}
        label={t('consents.add')}
        foot={(values) => <ToldNotice object={object} values={values} purposes={purposes} />}
        onEnd={onEnd}
      />
    ),
  }
  return (
    <InPlaceSection title={t('consents.title')} icon={object.icon} error={error} add={mayAdd ? add : undefined}>
      {!isPending && rows.length === 0 && <p className="meta">{t('consents.none')}</p>}
      <ul>
        {rows.map((consent) => (
          <ConsentLine
            key={consent.id}
            object={object}
            consent={consent}
            purpose={purposes.get(String(consent.purpose))}
          />
        ))}
      </ul>
    </InPlaceSection>
  )
}

// Text and version are the purpose's, and taken over.
const given = ['purpose', 'subject', 'channels', 'method', 'givenAt', 'until', 'noticeLanguage', 'proof'] as const
