import { Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { ImportSettings, ImportWire } from '../api/imports.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'
import { useImportWords } from './import-words.ts'

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
const delimiters = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'bar' },
] as const

/** How the file is to be read, where the guess was wrong; a workbook leaves nothing to guess. */
export function PreviewSettings({
  current,
  onChange,
}: {
  current: ImportWire
  onChange: (settings: ImportSettings) => void
}) {
  const own = useImportWords()
  if (current.encoding === null) return null
  const known = encodings.includes(current.encoding) ? encodings : [current.encoding, ...encodings]
  return (
    <div className="preview-settings">
      <Setting label={own('encoding')}>
        {(id) => (
          <Select
            id={id}
            value={current.encoding}
            options={known.map((name) => ({ value: name, label: name.toUpperCase() }))}
            onChange={(encoding) => onChange({ encoding })}
          />
        )}
      </Setting>
      <Setting label={own('delimiter')}>
        {(id) => (
          <Select
            id={id}
            value={current.delimiter}
            options={delimiters.map(({ value, name }) => ({ value, label: own(`delimiters.${name}`) }))}
            onChange={(delimiter) => onChange({ delimiter })}
          />
        )}
      </Setting>
    </div>
  )
}

function Setting({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="preview-setting">
      <label htmlFor={id} className="meta">
        {label}
      </label>
      {children(id)}
    </div>
  )
}
