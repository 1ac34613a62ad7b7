import { useQuery } from '@tanstack/react-query'
import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { addressOfLogo } from '../api/look.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { showLocale, useWords } from '../words/words.ts'
import { lookQuery } from './look.ts'
import './session.css'

/** The frame of the pages before sign-in: one column, the name above, the other language below. */
export function Entrance({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  const { t, locale } = useWords()
  useDocumentTitle(title)
  const { data: look, isPending } = useQuery(lookQuery)
  const other = locale === 'zh' ? 'en' : 'zh'
  return (
    <main className="entrance">
      <div className="entrance-sheet">
        <div className="entrance-brand">
          <img src={isPending ? undefined : addressOfLogo(look?.logo)} alt="" width={40} height={40} />
          {look?.name && <strong>{look.name}</strong>}
        </div>
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
