import { Select } from 'antd'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { auditActions } from '#shared/audit-actions'
import { auditResults } from '#shared/audit-results'
import type { Titles } from '#shared/wire'
import type { AuditQuery } from '../api/audit.ts'
import { systemFields } from '../api/definitions.ts'
import { IconButton } from '../ui/button.tsx'
import { FieldInput } from '../ui/field-value.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useWords } from '../words/words.ts'
import type { ChangeAuditQuery } from './audit-page.tsx'
import '../list/list.css'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

type AuditFiltersProps = { query: AuditQuery; titles: Titles; onChange: ChangeAuditQuery }

export function AuditFilters({ query, titles, onChange }: AuditFiltersProps) {
  const { t, label } = useWords()
  const nameOf = (id: string): string => titles[id] ?? id.slice(0, 8)
  return (
    <search className="audit-filters">
      <ReasonBox reason={query.reason} onChange={onChange} />
      <Select
        aria-label={t('audit.action')}
        placeholder={t('audit.action')}
        mode="multiple"
        className="audit-select"
        value={query.action?.split(',') ?? []}
        options={Object.entries(auditActions).map(([value, words]) => ({ value, label: label(words) }))}
        onChange={(next: string[]) => onChange({ action: next.join(',') || undefined })}
      />
      <Select
        aria-label={t('audit.result')}
        placeholder={t('audit.result')}
        allowClear
        className="audit-select audit-select-short"
        value={query.result}
        options={Object.entries(auditResults).map(([value, words]) => ({ value, label: label(words) }))}
        onChange={(next?: string) => onChange({ result: next })}
      />
      <DayBox label={t('audit.from')} value={query.from} onChange={(from) => onChange({ from })} />
      <DayBox label={t('audit.to')} value={query.to} onChange={(to) => onChange({ to })} />
      {query.actor && (
        <Chip label={t('audit.actor')} text={nameOf(query.actor)} onClear={() => onChange({ actor: undefined })} />
      )}
      {query.file && (
        <Chip label={t('audit.file')} text={nameOf(query.file)} onClear={() => onChange({ file: undefined })} />
      )}
      {query.ip && <Chip label="IP" text={query.ip} onClear={() => onChange({ ip: undefined })} />}
    </search>
  )
}

/** Searches the reasons that people gave, on Enter, on leaving, and at once when it is emptied. */
function ReasonBox({ reason = '', onChange }: { reason?: string; onChange: ChangeAuditQuery }) {
  const { t } = useWords()
  const [text, setText] = useState(reason)
  const ask = (words: string): void => {
    if (words !== reason) onChange({ reason: words || undefined })
  }
  const type = (words: string): void => {
    setText(words)
    if (words === '') ask('')
  }
  return (
    <SearchField
      className="list-search"
      label={t('audit.reason')}
      value={text}
      onText={type}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && ask(text.trim())}
      onBlur={() => ask(text.trim())}
    />
  )
}

const [moment] = systemFields

type DayBoxProps = { label: string; value?: string; onChange: (day?: string) => void }

/** A day in the form of the page's language, typed, picked or said in words. */
function DayBox({ label, value, onChange }: DayBoxProps) {
  const id = useId()
  return (
    <span className="audit-day">
      <label htmlFor={id} className="meta">
        {label}
      </label>
      {moment && (
        <FieldInput
          id={id}
          field={{ ...moment, kind: 'date' }}
          value={value ?? null}
          titles={{}}
          onChange={(day) => onChange(typeof day === 'string' ? day : undefined)}
        />
      )}
    </span>
  )
}

function Chip({ label, text, onClear }: { label: string; text: string; onClear: () => void }) {
  const { t } = useWords()
  return (
    <span className="filter-chip">
      <span className="filter-chip-text">
        <span className="muted">{label}</span>
        <span className="truncate">{text}</span>
      </span>
      <IconButton icon={X} size={14} label={t('audit.clear', { name: label })} onClick={onClear} />
    </span>
  )
}
