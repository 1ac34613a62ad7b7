import { Radio } from 'antd'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { Avatar } from '../../../web/ui/avatar.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useWords } from '../../../web/words/words.ts'
import { InPlaceLine } from './in-place-line.tsx'
import { spanState } from './span-state.ts'
import { useSpanWords } from './use-span-words.ts'
import 'virtual:antd/radio.css'

/** Who works on a file beside its owner, and until when. */
export function TeamPart({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('team_member')
  return object ? <Team object={object} record={record} /> : null
}

function Team({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t } = useWords()
  const { rows, error, isPending } = useRecords(object, { customer: record.id }, { sort: 'createdAt' })
  const mayAdd = object.can.includes('create') && record.can.includes('update')
  if (!mayAdd && !error && rows.length === 0) return null
  const add = {
    label: t('team.add'),
    form: (onEnd: () => void) => <NewMember object={object} customer={record.id} onEnd={onEnd} />,
  }
  return (
    <InPlaceSection title={t('team.title')} icon={object.icon} error={error} add={mayAdd ? add : undefined}>
      {!isPending && rows.length === 0 && <p className="meta">{t('team.none')}</p>}
      <ul>
        {rows.map((member) => (
          <Member key={member.id} object={object} member={member} />
        ))}
      </ul>
    </InPlaceSection>
  )
}

const granted = ['access', 'from', 'until', 'grounds'] as const

function Member({ object, member }: { object: ObjectWire; member: RecordAnswer }) {
  const { t } = useWords()
  const spanWords = useSpanWords()
  const isPerson = typeof member.user === 'string'
  const name = member.titles[String(member.user ?? member.unit)] ?? t('state.hidden')
  const access = fieldOf(object, 'access')
  const words = {
    change: t('team.change', { name }),
    remove: t('team.remove', { name }),
    removeText: t('team.removeText'),
  }
  const isEnded = spanState(member, Date.now()) === 'ended'
  return (
    <InPlaceLine object={object} record={member} fields={granted} words={words} isEnded={isEnded}>
      {isPerson ? <Avatar name={name} round size={24} /> : <Icon name="network" size={16} />}
      <span className="in-place-text">
        <strong>{name}</strong>
        {access && <FieldValue field={access} value={member.access} titles={member.titles} dense />}
        <span className="meta">
          {[spanWords(member), typeof member.grounds === 'string' && member.grounds].filter(Boolean).join(' · ')}
        </span>
      </span>
    </InPlaceLine>
  )
}

const kinds = { person: 'user', unit: 'unit' } as const

function NewMember({ object, customer, onEnd }: { object: ObjectWire; customer: string; onEnd: () => void }) {
  const { t } = useWords()
  const [kind, setKind] = useState<keyof typeof kinds>('person')
  const choice = (
    <Radio.Group value={kind} aria-label={t('team.grantee')} onChange={(event) => setKind(event.target.value)}>
      <Radio value="person">{t('team.person')}</Radio>
      <Radio value="unit">{t('team.unit')}</Radio>
    </Radio.Group>
  )
  return (
    <InPlaceForm
      object={object}
      fields={[kinds[kind], 'access', 'until', 'grounds']}
      fixed={{ customer }}
      start={{ access: 'read' }}
      label={t('team.add')}
      head={choice}
      onEnd={onEnd}
    />
  )
}
