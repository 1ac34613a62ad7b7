import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import type { Scan } from './keying.ts'
import { useKeyingWords } from './words.ts'

/** The scans on a file, one of them shown beside what is keyed from it. */
export function Scans({ entry, scans }: { entry: string; scans: readonly Scan[] }) {
  const t = useKeyingWords()
  const [chosen, setChosen] = useState(scans.find(({ type }) => type.startsWith('image/'))?.id)
  const shown = scans.find(({ id }) => id === chosen)
  const addressOf = (id: string): string => `/api/second-entries/${entry}/evidence/${id}`
  return (
    <section className="keying-scans" aria-label={t('evidence')}>
      <h2>{t('evidence')}</h2>
      {scans.length === 0 && <p className="muted">{t('noEvidence')}</p>}
      <ul>
        {scans.map(({ id, name, type }) => (
          <li key={id}>
            {type.startsWith('image/') ? (
              <Button small look={id === chosen ? 'primary' : 'quiet'} onClick={() => setChosen(id)}>
                {name}
              </Button>
            ) : (
              <a className="link" href={addressOf(id)} target="_blank" rel="noreferrer">
                <FileText size={14} aria-hidden /> {name}
              </a>
            )}
          </li>
        ))}
      </ul>
      {shown && <img src={addressOf(shown.id)} alt={t('show', { name: shown.name })} />}
    </section>
  )
}
