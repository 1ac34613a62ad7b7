import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { placesOn, type SheetName, sheetNames, sheets } from '#shared/label-sheets'
import type { ObjectWire } from '#shared/wire'
import { type LabelWishes, saveLabels } from '../api/files.ts'
import { sessionQuery } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Radios } from '../ui/inputs/radios.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useLabelWords } from './label-words.ts'
import './labels.css'

/** What the server draws at once. */
const most = 500

const names = ['general', 'none', 'all'] as const

type LabelsDrawerProps = { object: ObjectWire; ids: readonly string[]; onClose: () => void }

/** Which sheet is in the printer, where it is still free, and what the labels say. */
export function LabelsDrawer({ object, ids, onClose }: LabelsDrawerProps) {
  const t = useLabelWords()
  const [sheet, setSheet] = useState<SheetName>('3x8')
  const [start, setStart] = useState(1)
  const [named, setNamed] = useState<LabelWishes['names']>('general')
  const [code, setCode] = useState(true)
  const [qr, setQr] = useState(true)
  const [logo, setLogo] = useState(true)
  const hasLogo = !!useSuspenseQuery(sessionQuery).data?.company.logo
  const make = useMutation({
    mutationFn: (wishes: LabelWishes) => saveLabels(wishes, t('file')),
    onSuccess: () => {
      toast({ text: t('made') })
      onClose()
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    make.mutate({ object: object.path, ids, sheet, start, names: named, code, qr, logo: hasLogo && logo })
  }
  const tooMany = ids.length > most
  return (
    <Drawer open title={t('title')} onClose={onClose}>
      <form className="labels-form" onSubmit={submit}>
        <p className="muted">{tooMany ? t('most', { most }) : t('count', { count: ids.length })}</p>
        <Radios
          legend={t('sheet')}
          value={sheet}
          choices={sheetNames.map((value) => ({ value, word: t(`sheets.${value}`) }))}
          onChange={(next) => {
            setSheet(next)
            setStart(1)
          }}
        />
        {sheet !== 'roll' && <Places sheet={sheet} start={start} count={ids.length} onChoose={setStart} />}
        <Radios
          legend={t('names')}
          value={named}
          choices={names.map((value) => ({ value, word: t(`nameChoices.${value}`) }))}
          onChange={setNamed}
        />
        <p className="meta">{t('namesHint')}</p>
        <fieldset className="radios labels-content">
          <legend>{t('content')}</legend>
          <label>
            <input type="checkbox" checked disabled />
            {t('number')}
          </label>
          <label>
            <input type="checkbox" checked={code} onChange={() => setCode(!code)} />
            {t('code')}
          </label>
          <label>
            <input type="checkbox" checked={qr} onChange={() => setQr(!qr)} />
            {t('qr')}
          </label>
          {hasLogo && (
            <label>
              <input type="checkbox" checked={logo} onChange={() => setLogo(!logo)} />
              {t('logo')}
            </label>
          )}
        </fieldset>
        {hasLogo && <p className="meta">{t('logoHint')}</p>}
        <Trouble text={make.error?.message} />
        <div>
          <Button look="primary" submit busy={make.isPending} disabled={tooMany}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}

type PlacesProps = { sheet: SheetName; start: number; count: number; onChoose: (start: number) => void }

/** The sheet as it lies in the hand: the first free place is chosen, and those that will be filled are marked. */
function Places({ sheet, start, count, onChoose }: PlacesProps) {
  const t = useLabelWords()
  const { columns } = sheets[sheet]
  const places = Array.from({ length: placesOn(sheets[sheet]) }, (_, index) => index + 1)
  return (
    <fieldset className="radios">
      <legend>{t('start')}</legend>
      <div className="label-places" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={place >= start && place < start + count ? 'label-place label-place-filled' : 'label-place'}
            aria-label={t('place', { place })}
            aria-pressed={place === start}
            onClick={() => onChoose(place)}
          >
            {place}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
