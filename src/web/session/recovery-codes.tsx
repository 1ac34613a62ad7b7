import { useWords } from '../words/words.ts'

/** Shown once, to be written down. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useWords()
  return (
    <section aria-label={t('account.recovery')}>
      <p className="muted">{t('account.recoveryText')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
