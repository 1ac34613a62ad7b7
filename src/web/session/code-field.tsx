import { useWords } from '../words/words.ts'
import { EntranceField } from './entrance-field.tsx'

type CodeFieldProps = {
  value: string
  onChange: (value: string) => void
  /** The app is just being set up: no recovery codes exist yet. */
  first?: boolean
}

/** Six digits of the app, or a recovery code. */
export function CodeField({ value, onChange, first }: CodeFieldProps) {
  const { t } = useWords()
  return (
    <EntranceField
      label={t('signIn.code')}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      autoFocus
      hint={t(first ? 'signIn.firstCodeHint' : 'signIn.codeHint')}
    />
  )
}
