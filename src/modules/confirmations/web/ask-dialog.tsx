import { useMutation, useQuery } from '@tanstack/react-query'
import { Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Locale } from '#shared/label'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Asked, type Asking, askCustomer, offerQuery } from './confirmations.ts'
import { MadeLink } from './made-link.tsx'
import { useConfirmationWords } from './words.ts'
import 'virtual:antd/modal.css'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/radio.css'
import './confirm.css'

const spans = ['3', '7', '14'] as const
type Span = (typeof spans)[number]

/** Which fields, in which language, by which way; then the link, once. */
export function AskDialog({ customer, onEnd }: { customer: string; onEnd: () => void }) {
  const t = useConfirmationWords()
  const { t: say, locale } = useWords()
  const { data: offer, error } = useQuery(offerQuery(customer))
  const [fields, setFields] = useState<readonly string[]>()
  const [language, setLanguage] = useState<Locale>(locale)
  const [chosen, setWay] = useState<Asking['way']>()
  const [days, setDays] = useState<Span>('14')
  const ask = useMutation<Asked, Error, Asking>({ mutationFn: (asking) => askCustomer(customer, asking), gcTime: 0 })
  const asked = fields ?? offer?.fields.flatMap(({ name, usual }) => (usual ? [name] : [])) ?? []
  const way = chosen ?? (offer?.mail ? 'mail' : 'copy')
  if (ask.data)
    return (
      <Modal
        open
        centered
        width={480}
        title={t('ask')}
        okText={t('close')}
        cancelButtonProps={hidden}
        onOk={onEnd}
        onCancel={onEnd}
      >
        <MadeLink made={ask.data} language={language} />
      </Modal>
    )
  const isReady = offer !== undefined && asked.length > 0 && !ask.isPending
  return (
    <Modal
      open
      centered
      width={480}
      title={t('ask')}
      okText={t('make')}
      cancelText={say('action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: ask.isPending }}
      onOk={() => ask.mutate({ fields: asked, language, days: Number(days), way })}
      onCancel={onEnd}
    >
      {!offer && !error && <Skeleton rows={4} />}
      <Trouble text={error?.message} />
      {offer && (
        <div className="ask-form">
          <FieldChoice names={offer.fields.map(({ name }) => name)} asked={asked} onChange={setFields} />
          <Choice legend={t('language')} value={language} onChange={setLanguage} offered={languages(t)} />
          <Choice
            legend={t('way')}
            vertical
            value={way}
            onChange={setWay}
            offered={[
              { value: 'mail', label: t('ways.mail'), disabled: !offer.mail },
              { value: 'copy', label: t('ways.copy') },
            ]}
          />
          {!offer.mail && <p className="meta">{t('noMail')}</p>}
          <Choice
            legend={t('days')}
            value={days}
            onChange={setDays}
            offered={spans.map((value) => ({ value, label: t('span', { count: Number(value) }) }))}
          />
          <p className="muted">{t(`checks.${offer.check}`)}</p>
          <Trouble text={ask.error?.message} />
        </div>
      )}
    </Modal>
  )
}

const hidden = { style: { display: 'none' } }

type Words = ReturnType<typeof useConfirmationWords>
const languages = (t: Words): { value: Locale; label: string }[] =>
  (['zh', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))

function FieldChoice({
  names,
  asked,
  onChange,
}: {
  names: readonly string[]
  asked: readonly string[]
  onChange: (asked: readonly string[]) => void
}) {
  const t = useConfirmationWords()
  const { label } = useWords()
  const object = useObjectNamed('customer')
  return (
    <fieldset>
      <legend>{t('fields')}</legend>
      <div className="ask-fields">
        {names.map((name) => {
          const field = object && fieldOf(object, name)
          const change = (isAsked: boolean): void =>
            onChange(names.filter((each) => (each === name ? isAsked : asked.includes(each))))
          return (
            <Checkbox key={name} checked={asked.includes(name)} onChange={(event) => change(event.target.checked)}>
              {field ? label(field.label) : name}
            </Checkbox>
          )
        })}
      </div>
    </fieldset>
  )
}

type ChoiceProps<Value extends string> = {
  legend: string
  value: Value
  onChange: (value: Value) => void
  offered: readonly { value: Value; label: string; disabled?: boolean }[]
  vertical?: boolean
}

function Choice<Value extends string>({ legend, value, onChange, offered, vertical }: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Radio.Group
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={offered.map((one) => ({ ...one }))}
        vertical={vertical}
      />
    </fieldset>
  )
}
