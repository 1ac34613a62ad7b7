import { useState } from 'react'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { usePhone } from '../../../web/ui/use-phone.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Catalogue } from './catalogue.ts'
import { useGroups } from './entries.ts'
import { FieldRights } from './field-rights.tsx'
import type { FieldRules } from './field-rules.ts'
import type { Change, Rights } from './rights.ts'
import { RightsCards } from './rights-cards.tsx'
import { RightsMatrix } from './rights-matrix.tsx'
import './rights.css'

type RightsPanelProps = {
  catalogue: Catalogue
  rights: Rights
  rules: FieldRules
  plain: number
  troubles: ReadonlyMap<string, string>
  /** Absent: the role can only be looked at. */
  onRights?: Change
  onRules?: (rules: FieldRules) => void
}

const views = ['rights', 'fields'] as const

/** What a role may do with objects, and what it sees of their fields. */
export function RightsPanel({ catalogue, rights, rules, plain, troubles, onRights, onRules }: RightsPanelProps) {
  const { t } = useWords()
  const [view, setView] = useState<(typeof views)[number]>('rights')
  const isPhone = usePhone()
  const groups = useGroups(catalogue, rights)
  const Shown = isPhone ? RightsCards : RightsMatrix
  const tabs = views.map((name) => ({ name, label: t(`roles.${name}`) }))
  return (
    <section className="rights-panel" aria-label={t('roles.title')}>
      <Tabs label={t('roles.title')} tabs={tabs} chosen={view} onChoose={setView}>
        {view === 'rights' ? (
          <>
            <p className="rights-text muted">
              {t('roles.rightsText')} {onRights && t(isPhone ? 'roles.rightsTaps' : 'roles.rightsKeys')}
            </p>
            <Shown groups={groups} rights={rights} onChange={onRights} troubles={troubles} />
          </>
        ) : (
          <FieldRights catalogue={catalogue} rules={rules} plain={plain} onChange={onRules} troubles={troubles} />
        )}
      </Tabs>
    </section>
  )
}
