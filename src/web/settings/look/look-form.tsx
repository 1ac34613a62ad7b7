import { Input } from 'antd'
import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { nearestAccent } from '#shared/accent'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../api/definitions.ts'
import { addressOfLogo } from '../../api/look.ts'
import { useLeaveGuard } from '../../form/use-leave-guard.ts'
import { useQuickChange } from '../../form/use-quick-change.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { AccentField } from './accent-field.tsx'
import { LogoField } from './logo-field.tsx'
import { LookPreview } from './look-preview.tsx'
import { type LookValues, lookOf, lookPatch } from './look-values.ts'
import 'virtual:antd/input.css'

type LookFormProps = { object: ObjectWire; record: RecordAnswer; children: ReactNode }

/** The look as it is, and as it will be once saved, side by side in the light and in the dark. */
export function LookForm({ object, record, children }: LookFormProps) {
  const t = useSettingsWords()
  const { t: common, label } = useWords()
  const { values, address, canSave, isSaving, change, pick, save, reset } = useLook(object, record)
  const id = useId()
  const field = (name: string): string => {
    const found = fieldOf(object, name)
    return found ? label(found.label) : name
  }
  return (
    <>
      <PageHead title={common('settings.look')}>
        {children}
        <IconButton icon={RotateCcw} label={t('look.reset')} onClick={reset} />
        <Button look="primary" busy={isSaving} disabled={!canSave} onClick={save}>
          {common('action.save')}
        </Button>
      </PageHead>
      <div className="page-scroll look-page">
        <div className="look-form">
          <div className="look-field">
            <label htmlFor={`${id}-name`}>{field('name')}</label>
            <Input
              id={`${id}-name`}
              value={values.name}
              maxLength={120}
              required
              onChange={(event) => change({ name: event.target.value })}
            />
            <p className="meta">{t('look.nameText')}</p>
          </div>
          <LogoField label={field('logo')} address={address} onPick={pick} onRemove={() => change({ logo: null })} />
          <AccentField label={field('accent')} value={values.accent} onChange={(accent) => change({ accent })} />
          <div className="look-field">
            <label htmlFor={`${id}-text`}>{field('signInText')}</label>
            <Input.TextArea
              id={`${id}-text`}
              value={values.signInText ?? ''}
              maxLength={200}
              autoSize={{ minRows: 2, maxRows: 5 }}
              onChange={(event) => change({ signInText: event.target.value || null })}
            />
            <p className="meta">{t('look.signInText')}</p>
          </div>
        </div>
        <div className="look-previews">
          <LookPreview mode="light" values={values} logo={address} />
          <LookPreview mode="dark" values={values} logo={address} />
        </div>
      </div>
    </>
  )
}

function useLook(object: ObjectWire, record: RecordAnswer) {
  const t = useSettingsWords()
  const before = lookOf(record)
  // Only what was touched is kept here: what others change meanwhile shows, and stays theirs.
  const [changes, setChanges] = useState<Partial<LookValues>>({})
  const [picture, setPicture] = useState<{ logo: string; address: string }>()
  const [isSaving, setSaving] = useState(false)
  const quick = useQuickChange(object)
  const values = { ...before, ...changes }
  const accent = values.accent && nearestAccent(values.accent)
  const isGood = accent !== undefined && values.name.trim() !== ''
  const patch = lookPatch(before, { ...values, name: values.name.trim(), accent: accent ?? null })
  const isDirty = Object.keys(patch).length > 0
  useLeaveGuard(isDirty)
  const change = (some: Partial<LookValues>): void => setChanges((now) => ({ ...now, ...some }))
  const save = async (): Promise<void> => {
    setSaving(true)
    if (await quick(record, patch, t('look.saved'))) setChanges({})
    setSaving(false)
  }
  return {
    values,
    // The one just sent up is not served yet.
    address: values.logo && (values.logo === picture?.logo ? picture.address : addressOfLogo(values.logo)),
    canSave: isDirty && isGood,
    isSaving,
    change,
    pick: (logo: string, address: string): void => {
      setPicture({ logo, address })
      change({ logo })
    },
    save: () => void save(),
    reset: () => change({ accent: null, logo: null, signInText: null }),
  }
}
