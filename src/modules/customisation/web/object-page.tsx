import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ArrowRight, History, PencilLine, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ApprovalsPart } from './approvals-part.tsx'
import { ChangesDrawer } from './changes-drawer.tsx'
import { classedFields } from './class-draft.ts'
import { ClassPart } from './class-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import { LayoutPart } from './layout-part.tsx'
import { NeedsPart } from './needs-part.tsx'
import { numberedFields } from './number-draft.ts'
import { NumberPart } from './number-part.tsx'
import { backIcon, SettingsHead } from './settings-head.tsx'
import { VerifyPart } from './verify-part.tsx'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'

const route = getRouteApi('/app/settings/objects/$name')

/** One object: its fields, and how they stand in form and file. */
export function ObjectPage() {
  const { name } = route.useParams()
  const object = useObjectNamed(name)
  const customField = useObjectNamed('custom_field')
  const customObject = useObjectNamed('custom_object')
  const layout = useObjectNamed('layout')
  const rule = useObjectNamed('field_rule')
  const approval = useObjectNamed('approval_rule')
  if (!object || !customField || !customObject || !layout || !rule || !approval) return <NotFoundPage />
  return <Shape key={name} {...{ object, customField, customObject, layout, rule, approval }} />
}

type ShapeProps = Readonly<
  Record<'object' | 'customField' | 'customObject' | 'layout' | 'rule' | 'approval', ObjectWire>
>

type Tab = 'fields' | 'layout' | 'needs' | 'verify' | 'approvals' | 'numbers' | 'classes'

function Shape({ object, customField, customObject, layout, rule, approval }: ShapeProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const navigate = useNavigate()
  const { tab = 'fields' } = route.useSearch()
  const { name, path } = object
  const [isTelling, setTelling] = useState(false)
  const offered: readonly Tab[] = [
    'fields',
    'layout',
    'needs',
    'verify',
    'approvals',
    ...(numberedFields(object).length ? (['numbers'] as const) : []),
    ...(classedFields(object).length ? (['classes'] as const) : []),
  ]
  const tabs = offered.map((one) => ({ name: one, label: t(`tabs.${one}`) }))
  const choose = (chosen: Tab): void =>
    void navigate({
      to: '/settings/objects/$name',
      params: { name },
      search: { tab: chosen === 'fields' ? undefined : chosen },
      replace: true,
    })
  const back = (
    <Link to="/settings/objects" className="icon-button" aria-label={t('back')} title={t('title')}>
      {backIcon}
    </Link>
  )
  return (
    <>
      <SettingsHead title={label(object.label)} back={back}>
        {object.can.includes('read') && object.navigation && (
          <Button look="quiet" icon={ArrowRight} onClick={() => void navigate({ to: '/o/$path', params: { path } })}>
            {t('objects.open')}
          </Button>
        )}
        <Button look="quiet" icon={History} onClick={() => setTelling(true)}>
          {t('changes.title')}
        </Button>
        {customField.can.includes('create') && (
          <Button
            look="primary"
            icon={Plus}
            onClick={() => void navigate({ to: '/settings/objects/$name/new-field', params: { name } })}
          >
            {t('fields.create')}
          </Button>
        )}
      </SettingsHead>
      <div className="page-scroll settings-page settings-wide">
        {object.custom && <OwnObject object={object} customObject={customObject} />}
        <Tabs label={label(object.label)} tabs={tabs} chosen={tab} onChoose={choose}>
          {tab === 'fields' && <FieldsPart object={object} customField={customField} />}
          {tab === 'layout' && <LayoutPart object={object} layout={layout} />}
          {tab === 'needs' && <NeedsPart object={object} rule={rule} />}
          {tab === 'verify' && <VerifyPart object={object} rule={rule} />}
          {tab === 'approvals' && <ApprovalsPart object={object} rule={approval} />}
          {tab === 'numbers' && <NumberPart object={object} rule={rule} />}
          {tab === 'classes' && <ClassPart object={object} rule={rule} />}
        </Tabs>
      </div>
      <ChangesDrawer
        open={isTelling}
        objects={['custom_field', 'layout', 'field_rule', 'approval_rule']}
        where={{ object: name }}
        onClose={() => setTelling(false)}
      />
    </>
  )
}

/** What an object of the company's own is called. */
function OwnObject({ object, customObject }: { object: ObjectWire; customObject: ObjectWire }) {
  const t = useOwnWords()
  const [isEditing, setEditing] = useState(false)
  const { rows } = useRecords(customObject, { name: object.name })
  const [record] = rows
  if (!record?.can.includes('update')) return null
  if (!isEditing)
    return (
      <div>
        <Button look="quiet" small icon={PencilLine} onClick={() => setEditing(true)}>
          {t('objects.edit')}
        </Button>
      </div>
    )
  return (
    <InPlaceForm
      object={customObject}
      record={record}
      fields={['labelZh', 'labelEn', 'icon']}
      label={t('objects.edit')}
      onEnd={() => setEditing(false)}
    />
  )
}
