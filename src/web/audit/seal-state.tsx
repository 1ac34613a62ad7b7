import { useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { type SealWire, sealQuery } from '../api/audit.ts'
import { Drawer } from '../ui/drawer.tsx'
import { useWords } from '../words/words.ts'

/** Whether the log is sealed, and how to prove it. */
export function SealState() {
  const { t } = useWords()
  const { data } = useQuery(sealQuery)
  const [isOpen, setIsOpen] = useState(false)
  if (!data) return null
  const isGood = data.state === 'good' && data.lastSeal !== null
  const Drawn = isGood ? ShieldCheck : ShieldAlert
  return (
    <>
      <button type="button" className={isGood ? 'seal seal-good' : 'seal seal-late'} onClick={() => setIsOpen(true)}>
        <Drawn size={15} aria-hidden />
        {t(isGood ? 'audit.sealed' : 'audit.unsealed')}
      </button>
      <Drawer open={isOpen} title={t('audit.seal')} width={400} onClose={() => setIsOpen(false)}>
        <SealFacts seal={data} />
      </Drawer>
    </>
  )
}

function SealFacts({ seal }: { seal: SealWire }) {
  const { t, format } = useWords()
  const when = (at: string | null): string => (at ? format.relative(at) : t('audit.never'))
  const facts = [
    ['audit.lastSeal', when(seal.lastSeal)],
    ['audit.lag', t('audit.seconds', { seconds: format.number(seal.lag) })],
    ['audit.lastCheckpoint', when(seal.lastCheckpoint)],
    ['audit.sealedRows', format.number(seal.rows)],
    ['audit.key', seal.key ?? t('audit.never')],
    ['audit.kept', t('audit.months', { months: format.number(seal.months) })],
  ] as const
  return (
    <div className="seal-facts">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('audit.prove')}</p>
      <code>npx dossier verify-audit --key trail-signing.pub</code>
    </div>
  )
}
