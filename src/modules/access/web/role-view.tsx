import { Copy } from 'lucide-react'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldRow } from '../../../web/ui/field-row.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Catalogue, RoleWire } from './catalogue.ts'
import { fieldRulesOf } from './field-rules.ts'
import { rightsOf } from './rights.ts'
import { RightsPanel } from './rights-panel.tsx'
import { RoleHead } from './role-head.tsx'
import './roles.css'

type RoleViewProps = { catalogue: Catalogue; role: RoleWire; onCopy?: () => void }

const none: ReadonlyMap<string, string> = new Map()

/** A role that can only be looked at. */
export function RoleView({ catalogue, role, onCopy }: RoleViewProps) {
  const { t, label, format } = useWords()
  const dutyWord = useDutyWord()
  const level = useLevelWord()
  const purposes =
    role.purposes === 'all' ? [t('roles.allPurposes')] : role.purposes.length ? role.purposes : [t('roles.state.none')]
  return (
    <>
      <RoleHead title={label(role.label)} detail={role.standard && <Pill>{t('roles.standard')}</Pill>}>
        {onCopy && (
          <Button look="primary" icon={Copy} onClick={onCopy}>
            {t('roles.copy')}
          </Button>
        )}
      </RoleHead>
      <div className="page-scroll role-page">
        {role.standard && <p className="muted">{t('roles.standardText')}</p>}
        <dl className="role-facts">
          <FieldRow label={t('roles.clearanceName')}>{level(role.clearance)}</FieldRow>
          <FieldRow label={t('roles.plain')}>{level(role.plain)}</FieldRow>
          <FieldRow label={t('roles.duties')}>{role.duties.map(dutyWord).join(' · ') || '—'}</FieldRow>
          <FieldRow label={t('roles.purposes')}>{purposes.join(' · ')}</FieldRow>
          <FieldRow label={t('roles.defaultPurpose')}>{role.defaultPurpose ?? '—'}</FieldRow>
          <FieldRow label={t('roles.readLimit')}>
            {role.readLimit
              ? format.number(role.readLimit)
              : t(role.readLimit === null ? 'roles.noBound' : 'roles.usual')}
          </FieldRow>
        </dl>
        <RightsPanel
          catalogue={catalogue}
          rights={rightsOf(role.grants)}
          rules={fieldRulesOf(role.fields ?? [])}
          plain={role.plain}
          troubles={none}
        />
      </div>
    </>
  )
}

/** Duties are named where roles are defined. */
export function useDutyWord(): (duty: string) => string {
  const { label } = useWords()
  const object = useObjectNamed('role')
  const field = object && fieldOf(object, 'duties')
  const choices = field ? choicesOf(field) : []
  return (duty) => {
    const choice = choices.find(({ value }) => value === duty)
    return choice ? label(choice.label) : duty
  }
}
