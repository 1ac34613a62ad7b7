import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { showLocale, useWords } from '../words/words.ts'
import './session.css'

/** The frame of the pages before sign-in: one column, the name above, the other language below. */
export function Entrance({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { t, locale } = useWords()
  const other = locale === 'zh' ? 'en' : 'zh'
  return (
    <main className="entrance">
      <div className="entrance-sheet">
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <h1 className="entrance-title">{title}</h1>
        {text && <p className="muted">{text}</p>}
        {children}
      </div>
      <button
        type="button"
        className="entrance-language"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => showLocale(other)}
      >
        <Languages size={15} aria-hidden />
        {t('shell.otherLanguage')}
      </button>
    </main>
  )
}
