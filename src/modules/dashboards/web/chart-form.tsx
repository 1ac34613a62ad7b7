import { Input } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import type { Chart } from '#shared/chart'
import type { ObjectWire } from '#shared/wire'
import { fieldOf, useObjects } from '../../../web/api/definitions.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { ChartBody } from './chart-body.tsx'
import { drawable, fitted } from './chart-draft.ts'
import { ChartFields, Pick } from './chart-fields.tsx'
import '../../../web/form/form.css'
import 'virtual:antd/input.css'

type ChartFormProps = {
  /** Absent: a new one. */
  chart?: Chart
  onKeep: (chart: Chart) => void
  onClose: () => void
}

/** Of what, by what and how: a chart is chosen beside what comes of it. */
export function ChartForm({ chart, onKeep, onClose }: ChartFormProps) {
  const { t, labelOfMany } = useWords()
  const objects = drawable(useObjects())
  const [first] = useState<Chart>(
    chart ?? { id: crypto.randomUUID(), title: '', object: objects[0]?.name ?? '', form: 'number', width: 'half' },
  )
  const [draft, setDraft] = useState(first)
  const guard = useLeaveGuard(JSON.stringify(draft) !== JSON.stringify(first))
  const [formId, titleId] = [useId(), useId()]
  const object = objects.find(({ name }) => name === draft.object)
  const title = useTitle(object, draft)
  const shown = useDebounced(draft, 300)
  const change = (next: Partial<Chart>): void => setDraft((was) => fitted(objects, { ...was, ...next }))
  const keep = (): void => {
    guard.open()
    onKeep({ ...draft, title })
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    keep()
  }
  const close = async (): Promise<void> => {
    if (await guard.ask()) onClose()
  }
  const foot = (
    <div className="form-foot">
      <Button onClick={() => void close()}>{t('action.cancel')}</Button>
      <Button look="primary" onClick={keep}>
        {t('action.save')}
      </Button>
    </div>
  )
  const heading = t(chart ? 'dashboards.form.edit' : 'dashboards.form.add')
  return (
    <Drawer open width={680} title={heading} onClose={() => void close()} foot={foot}>
      <form id={formId} className="chart-form" onSubmit={submit}>
        <Pick
          label={t('dashboards.form.object')}
          value={draft.object}
          options={objects.map(({ name, label }) => ({ value: name, label: labelOfMany(label) }))}
          onChange={(name) =>
            setDraft({ id: draft.id, title: draft.title, object: name, form: 'number', width: draft.width })
          }
        />
        {object && <ChartFields object={object} draft={draft} onChange={change} />}
        <label className="chart-field" htmlFor={titleId}>
          <span>{t('dashboards.form.title')}</span>
          <Input
            id={titleId}
            value={draft.title}
            maxLength={60}
            placeholder={title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </label>
      </form>
      {object && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
        <div role="group" aria-label={t('dashboards.form.where')} className="chart-where">
          {/* A chart is of what is there, whatever somebody is looking for. */}
          <FilterBar
            object={{ ...object, searchable: false }}
            query={{ where: draft.where }}
            onChange={({ where }) => change({ where })}
          />
        </div>
      )}
      <section className="chart-preview" aria-label={t('dashboards.form.preview')}>
        <h3>{title}</h3>
        <ChartBody chart={{ ...shown, title }} asTable={false} />
      </section>
    </Drawer>
  )
}

/** What a chart is called unless somebody says otherwise. */
function useTitle(object: ObjectWire | undefined, { title, by, sum }: Chart): string {
  const { t, label, labelOfMany } = useWords()
  if (title.trim() || !object) return title.trim()
  const labelOf = (name: string | undefined): string | undefined => {
    const field = name === undefined ? undefined : fieldOf(object, name)
    return field && label(field.label)
  }
  const what = labelOf(sum) ?? labelOfMany(object.label)
  const of = labelOf(by)
  return (of ? t('dashboards.form.named', { object: what, by: of }) : what).slice(0, 60)
}
