import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useRef, useState } from 'react'
import { plural } from '#shared/names'
import type { ObjectWire } from '#shared/wire'
import { definitionsQuery, useObjectNamed } from '../../../web/api/definitions.ts'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { firstValues, type Values } from '../../../web/form/form-values.ts'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useSave } from '../../../web/form/use-save.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Beginning, beginnings } from './beginnings.ts'
import { IconPicker } from './icon-picker.tsx'
import { backIcon, SettingsHead } from './settings-head.tsx'
import { objectName } from './suggest-name.ts'
import { useOwnWords } from './words.ts'
import '../../../web/settings/settings-pages.css'
import './field-editor.css'

/** A new object of the company's own; its list is there as soon as it is saved. */
export function NewObjectPage() {
  const customObject = useObjectNamed('custom_object')
  const customField = useObjectNamed('custom_field')
  if (!customObject?.can.includes('create') || !customField) return <NotFoundPage />
  return <NewObject customObject={customObject} customField={customField} />
}

type NewObjectProps = { customObject: ObjectWire; customField: ObjectWire }

function NewObject(props: NewObjectProps) {
  const { customObject } = props
  const t = useOwnWords()
  const { t: common, locale } = useWords()
  const { form, initial, values, change, icon, setIcon, begin, setBegin, saving, submit } = useNewObject(props)
  const named = String(values[locale === 'zh' ? 'labelZh' : 'labelEn'] ?? '') || t('objects.unnamed')
  const toggle = (one: Beginning): void =>
    setBegin(begin.includes(one) ? begin.filter((other) => other !== one) : [...begin, one])
  const back = (
    <Link to="/settings/objects" className="icon-button" aria-label={t('back')} title={t('title')}>
      {backIcon}
    </Link>
  )
  return (
    <>
      <SettingsHead title={t('objects.create')} back={back}>
        <Button look="primary" busy={saving.isPending} onClick={() => form.submit()}>
          {common('action.save')}
        </Button>
      </SettingsHead>
      <div className="page-scroll settings-page field-editor">
        <div className="field-editor-form">
          <Trouble text={saving.error} />
          <RecordForm
            form={form}
            object={customObject}
            initial={initial}
            fixed={besideForm}
            onChange={change}
            onSubmit={submit}
          />
          <IconPicker chosen={icon} onChoose={setIcon} />
          <fieldset className="kind-options-list">
            <legend>{t('objects.begin')}</legend>
            <p className="meta">{t('objects.beginText')}</p>
            <div className="kind-options">
              {beginnings.map(({ name }) => (
                <label key={name} className="kind-check">
                  <input type="checkbox" checked={begin.includes(name)} onChange={() => toggle(name)} />
                  {t(`begin.${name}`)}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <section className="field-preview" aria-label={t('fields.preview')}>
          <h2>{t('fields.preview')}</h2>
          <h3>{t('objects.preview')}</h3>
          <span className="navigation-link">
            <Icon name={icon} />
            <span className="truncate">{locale === 'en' ? plural(named) : named}</span>
          </span>
        </section>
      </div>
    </>
  )
}

const besideForm = { icon: null }

function useNewObject({ customObject, customField }: NewObjectProps) {
  const t = useOwnWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const [initial] = useState<Values>(() => firstValues(customObject))
  const [values, setValues] = useState(initial)
  const [icon, setIcon] = useState('box')
  const [begin, setBegin] = useState<readonly Beginning[]>([])
  const suggested = useRef('')
  const key = useRef(crypto.randomUUID())
  const guard = useLeaveGuard(values !== initial)
  const arrive = async (name: string, title: string): Promise<void> => {
    for (const { name: field, kind, level, labelZh, labelEn } of beginnings.filter((one) => begin.includes(one.name)))
      try {
        const made = { object: name, name: field, kind, level, labelZh, labelEn }
        await createRecord(customField, made, crypto.randomUUID())
      } catch (error) {
        const why = error instanceof Error ? error.message : ''
        toast({ text: t('objects.partly', { name: t(`begin.${field}`), why }), tone: 'trouble' })
      }
    refresh(client, customObject.name)
    await client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
    const { objects } = await client.ensureQueryData(definitionsQuery)
    const path = objects.find((object) => object.name === name)?.path
    toast({ text: t('objects.made', { name: title }) })
    if (path) await navigate({ to: '/o/$path', params: { path } })
    else await navigate({ to: '/settings/objects' })
  }
  const saving = useSave({
    object: customObject,
    form,
    key: key.current,
    onSaved: (saved) => {
      guard.open()
      if (saved.proposed) void navigate({ to: '/settings/objects' })
      else void arrive(String(saved.name), String(saved[customObject.title]))
    },
  })
  const change = (next: Values): void => {
    const wished = objectName(String(next.labelEn ?? ''))
    if ((next.name ?? '') === suggested.current && wished !== suggested.current) {
      suggested.current = wished
      form.setFieldValue('name', wished || null)
    }
    setValues(next)
  }
  const submit = (): void => saving.save({ ...form.getFieldsValue(), icon })
  return { form, initial, values, change, icon, setIcon, begin, setBegin, saving, submit }
}
