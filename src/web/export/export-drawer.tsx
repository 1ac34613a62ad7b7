import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { type ReactNode, type SubmitEvent, useId, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { usePurposeInTab } from '../api/purpose.ts'
import { createRecord, type ListQuery, refresh } from '../api/records.ts'
import { sessionQuery, usePurposes } from '../api/session.ts'
import { fieldsShown } from '../list/columns.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Radios } from '../ui/inputs/radios.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { type Outside, OutsideFields, outsideValues } from './outside-fields.tsx'
import '../file/in-place.css'
import './export.css'
import 'virtual:antd/input.css'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** The records of a list, or the chosen ones of them. */
export type Exported = { object: ObjectWire; query: ListQuery; columns?: readonly string[]; ids?: readonly string[] }

const longestGrounds = 300

/** Asks for an export: in which form, with which columns, why and for what. */
export function ExportDrawer({ exported, onClose }: { exported: Exported; onClose: () => void }) {
  const { t, labelOfMany } = useWords()
  const purposes = usePurposes()
  const [format, setFormat] = useState('xlsx')
  const [columns, setColumns] = useState('shown')
  const [grounds, setGrounds] = useState('')
  const [purpose, setPurpose] = useState(useUsualPurpose())
  const [outside, setOutside] = useState<Outside>({})
  const ask = useAsk(onClose)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    ask.mutate(
      valuesOf(exported, {
        format,
        all: columns === 'all',
        grounds: grounds.trim(),
        purpose,
        ...outsideValues(outside),
      }),
    )
  }
  const formats = [
    { value: 'xlsx', word: 'Excel (XLSX)' },
    { value: 'csv', word: 'CSV' },
  ]
  const choices = [
    { value: 'shown', word: t('export.columnsShown') },
    { value: 'all', word: t('export.columnsAll') },
  ]
  return (
    <Drawer open title={t('export.title', { name: labelOfMany(exported.object.label) })} onClose={onClose}>
      <form className="export-form" onSubmit={submit}>
        <p className="muted">
          {exported.ids ? t('export.chosen', { count: exported.ids.length }) : t('export.matching')}
        </p>
        <Radios legend={t('export.format')} value={format} choices={formats} onChange={setFormat} />
        <Radios legend={t('export.columns')} value={columns} choices={choices} onChange={setColumns} />
        <Field label={t('export.grounds')}>
          {(id) => (
            <Input.TextArea
              id={id}
              required
              value={grounds}
              maxLength={longestGrounds}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setGrounds(event.target.value)}
            />
          )}
        </Field>
        {purposes.length > 0 && <Purposes value={purpose} onChange={setPurpose} />}
        <OutsideFields values={outside} purpose={purpose} onChange={setOutside} />
        <p className="meta">{t('export.consequences')}</p>
        <Trouble text={ask.error?.message} />
        <div>
          <Button
            look="primary"
            submit
            busy={ask.isPending}
            disabled={!grounds.trim() || (purposes.length > 0 && !purpose)}
          >
            {t('export.ask')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}

/** The one that this tab works for, the own default, or the only one. */
function useUsualPurpose(): string | undefined {
  const purposes = usePurposes()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const inTab = usePurposeInTab()
  const usual = inTab ?? session?.user.defaultPurpose
  return purposes.find(({ code }) => code === usual || purposes.length === 1)?.id
}

type Wishes = { format: string; all: boolean; grounds: string; purpose?: string }

function valuesOf({ object, query, columns, ids }: Exported, { all, ...wishes }: Wishes): Record<string, unknown> {
  const { where, search, sort } = query
  const isStored = (name: string): boolean =>
    object.fields.some((field) => field.name === name && field.kind !== 'computed' && field.kind !== 'files')
  return {
    ...wishes,
    object: object.name,
    columns: all ? undefined : fieldsShown(object, columns).filter(isStored),
    selection: ids ? { ids, sort } : { where, search, sort },
  }
}

function useAsk(onDone: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { tell } = useProposed()
  const object = useObjectNamed('export')
  return useMutation({
    mutationFn: (values: Record<string, unknown>) => {
      if (!object) throw new Error('Only who sees exports is offered one')
      return createRecord(object, values, crypto.randomUUID())
    },
    onSuccess: async ({ id, proposed }) => {
      onDone()
      if (!object) return
      refresh(client, object.name)
      if (!tell(proposed)) await navigate({ to: '/o/$path/$id', params: { path: object.path, id } })
    },
  })
}

function Purposes({ value, onChange }: { value?: string; onChange: (id: string) => void }) {
  const { t, label } = useWords()
  const options = usePurposes().map((purpose) => ({ value: purpose.id, label: label(purpose.label) }))
  return (
    <Field label={t('export.purpose')}>
      {(id) => (
        <Select
          id={id}
          aria-label={t('export.purpose')}
          value={value}
          placeholder={t('export.purposeHint')}
          options={options}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="in-place-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
