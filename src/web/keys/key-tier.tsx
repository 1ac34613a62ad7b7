import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

type KeyTierProps = {
  tier: 'master' | 'levels' | 'index' | 'data'
  text: string
  actions?: ReactNode
  children: ReactNode
}

/** A tier of keys: what it is for, what can be done with it, and below it what is known of it. */
export function KeyTier({ tier, text, actions, children }: KeyTierProps) {
  const { t } = useWords()
  const id = `keys-${tier}`
  return (
    <section className="keys-tier" aria-labelledby={id}>
      <header className="keys-head">
        <h2 id={id}>{t(`keys.${tier}`)}</h2>
        <div className="keys-actions">{actions}</div>
      </header>
      <p className="muted">{text}</p>
      {children}
    </section>
  )
}
