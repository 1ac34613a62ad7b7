import { Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { ObjectWire } from '#shared/wire'
import { duplicateWays, type ImportSettings, type ImportWire } from '../api/imports.ts'
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

type SettingsProps = { current: ImportWire; onChange: (settings: ImportSettings) => void }

/** How the file is to be read, where the guess was wrong, and what its rows are to do. */
export function PreviewSettings({ object, ...props }: SettingsProps & { object: ObjectWire }) {
  return (
    <div className="preview-settings">
      <TextSettings {...props} />
      {object.compared && <DuplicateSetting {...props} />}
    </div>
  )
}

/** A workbook leaves nothing to guess. */
function TextSettings({ current, onChange }: SettingsProps) {
  const own = useImportWords()
  const { encoding } = current
  if (encoding === null) return null
  const known = encodings.includes(encoding) ? encodings : [encoding, ...encodings]
  return (
    <>
      <Setting label={own('encoding')}>
        {(id) => (
          <Select
            id={id}
            value={encoding}
            options={known.map((name) => ({ value: name, label: name.toUpperCase() }))}
            onChange={(chosen) => onChange({ encoding: chosen })}
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
    </>
  )
}

/** What is to become of rows that are there already, where the server can tell. */
function DuplicateSetting({ current, onChange }: SettingsProps) {
  const own = useImportWords()
  const way = current.onDuplicate ?? 'create'
  return (
    <>
      <Setting label={own('duplicates')}>
        {(id) => (
          <Select
            id={id}
            value={way}
            popupMatchSelectWidth={false}
            options={duplicateWays.map((value) => ({ value, label: own(`duplicateWays.${value}`) }))}
            onChange={(duplicates) => onChange({ duplicates })}
          />
        )}
      </Setting>
      <p className="meta">{own(`duplicateHelp.${way}`)}</p>
    </>
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
