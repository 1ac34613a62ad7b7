import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { Button } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { SettingsPart } from './settings-part.tsx'
import { changeSignInSettings, networksIn, type SignInSettings, signInSettingsQuery } from './sign-in-settings.ts'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/input.css'
import 'virtual:antd/radio.css'

const rules = ['modern', 'mlps3'] as const

/** The settings as they are, and as they will be once saved. */
export function SignInSettingsForm({ settings }: { settings: SignInSettings }) {
  const { t } = useWords()
  const { passwords, setPasswords, factor, setFactor, networks, setNetworks, isDirty, save } = useForm(settings)
  return (
    <>
      <PageHead title={t('signInSettings.title')}>
        <Button look="primary" busy={save.isPending} disabled={!isDirty} onClick={() => save.mutate()}>
          {t('action.save')}
        </Button>
      </PageHead>
      <div className="page-scroll sign-in-settings">
        <SettingsPart title={t('signInSettings.passwords')}>
          <Radio.Group
            value={passwords}
            aria-label={t('signInSettings.passwords')}
            onChange={(event) => setPasswords(event.target.value)}
          >
            {rules.map((rule) => (
              <Radio key={rule} value={rule}>
                {t(`signInSettings.${rule}`)}
                <span className="meta">{t(`signInSettings.${rule}Text`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </SettingsPart>
        <SettingsPart title={t('signInSettings.secondFactor')} text={t('signInSettings.secondFactorText')}>
          <RoleBoxes chosen={factor} onChoose={setFactor} />
        </SettingsPart>
        <SettingsPart title={t('signInSettings.networks')} text={t('signInSettings.networksText')}>
          <Input.TextArea
            value={networks}
            aria-label={t('signInSettings.networks')}
            aria-invalid={save.isError || undefined}
            aria-describedby={save.isError ? 'sign-in-trouble' : undefined}
            status={save.isError ? 'error' : undefined}
            autoSize={{ minRows: 3, maxRows: 12 }}
            spellCheck={false}
            onChange={(event) => setNetworks(event.target.value)}
          />
          <Trouble id="sign-in-trouble" text={save.error?.message} />
        </SettingsPart>
        <SettingsPart title={t('signInSettings.lockOut')} text={t('signInSettings.lockOutText')} />
      </div>
    </>
  )
}

function useForm(settings: SignInSettings) {
  const { t } = useWords()
  const client = useQueryClient()
  const [passwords, setPasswords] = useState(settings.passwords)
  const [factor, setFactor] = useState(settings.secondFactor)
  const [networks, setNetworks] = useState(settings.networks.join('\n'))
  const now: SignInSettings = { passwords, secondFactor: factor, networks: networksIn(networks) }
  const isDirty = JSON.stringify(now) !== JSON.stringify(settings)
  useLeaveGuard(isDirty)
  const save = useMutation({
    mutationFn: () => changeSignInSettings(now),
    onSuccess: (saved) => {
      client.setQueryData(signInSettingsQuery.queryKey, saved)
      setNetworks(saved.networks.join('\n'))
      toast({ text: t('signInSettings.saved') })
    },
  })
  return { passwords, setPasswords, factor, setFactor, networks, setNetworks, isDirty, save }
}

type RoleBoxesProps = { chosen: readonly string[]; onChoose: (roles: readonly string[]) => void }

/** The roles that a person has as the own one: at sign-in nothing else is known of them. */
function RoleBoxes({ chosen, onChoose }: RoleBoxesProps) {
  const { label } = useWords()
  const people = useObjectNamed('user')
  const field = people && fieldOf(people, 'role')
  const options = field ? choicesOf(field).map(({ value, label: name }) => ({ value, label: label(name) })) : []
  return <Checkbox.Group value={[...chosen]} options={options} onChange={onChoose} />
}
