import { Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/input.css'
import 'virtual:antd/modal.css'
import 'virtual:antd/select.css'

const shortest = 2
const longest = 500
const spans = [3, 7, 14, 30] as const

/** Why what is missing follows later, and by when it will be there (`YYYY-MM-DD`). */
export type Later = { why: string; until: string }

type LaterDialogProps = { isBusy: boolean; trouble?: string; onGive: (later: Later) => void; onClose: () => void }

/** Asks what somebody owes who saves a record before it is complete. */
export function LaterDialog({ isBusy, trouble, onGive, onClose }: LaterDialogProps) {
  const { t, format } = useWords()
  const [why, setWhy] = useState('')
  const [days, setDays] = useState<number>(7)
  const whyId = useId()
  const untilId = useId()
  const isReady = why.trim().length >= shortest
  const dayIn = (count: number): string => dayjs().add(count, 'day').format('YYYY-MM-DD')
  const give = (): void => {
    if (isReady) onGive({ why: why.trim(), until: dayIn(days) })
  }
  const words = { title: t('form.later.title'), okText: t('form.later.save'), cancelText: t('action.cancel') }
  return (
    <Modal
      open
      centered
      width={420}
      {...words}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={isBusy}
      onOk={give}
      onCancel={onClose}
    >
      <div className="later-dialog">
        <p className="muted">{t('form.later.text')}</p>
        <label htmlFor={whyId}>{t('form.later.why')}</label>
        <Input
          id={whyId}
          autoFocus
          maxLength={longest}
          value={why}
          autoComplete="off"
          onChange={({ target }) => setWhy(target.value)}
          onPressEnter={give}
        />
        <label htmlFor={untilId}>{t('form.later.until')}</label>
        <Select
          id={untilId}
          value={days}
          options={spans.map((count) => ({ value: count, label: format.date(dayIn(count)) }))}
          onChange={setDays}
        />
        <Trouble text={trouble} />
      </div>
    </Modal>
  )
}
