import { Select } from 'antd'
import { useId } from 'react'
import { usePurposes } from '../api/session.ts'
import { useWords } from '../words/words.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** The purpose of use to which a key is bound, if to any; not there for who may work under none. */
export function PurposeField({ value, onChange }: { value?: string; onChange: (code?: string) => void }) {
  const { t, label } = useWords()
  const purposes = usePurposes()
  const id = useId()
  if (!purposes.length) return null
  return (
    <div className="entrance-field">
      <label htmlFor={id}>{t('account.keyPurpose')}</label>
      <Select
        id={id}
        size="large"
        allowClear
        value={value}
        placeholder={t('account.keyAnyPurpose')}
        options={purposes.map((purpose) => ({ value: purpose.code, label: label(purpose.label) }))}
        aria-describedby={`${id}-note`}
        onChange={onChange}
      />
      <p id={`${id}-note`} className="meta">
        {t('account.keyPurposeHint')}
      </p>
    </div>
  )
}
