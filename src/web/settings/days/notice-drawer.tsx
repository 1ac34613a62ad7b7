import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { createRecord, deleteMany, refresh } from '../../api/records.ts'
import { useRecords } from '../../api/use-records.ts'
import { useLeaveGuard } from '../../form/use-leave-guard.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Pill } from '../../ui/pill.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { notices } from './notices.ts'
import { type ReadDay, readNotice } from './read-notice.ts'
import '../../form/form.css'
import 'virtual:antd/input.css'

type NoticeDrawerProps = {
  object: ObjectWire
  year: number
  /** Shows the year that the notice was about. */
  onYear: (year: number) => void
  onClose: () => void
}

/** Takes the holidays of a year over from the text in which they were announced; what is there already stays as it is. */
export function NoticeDrawer({ object, year, onYear, onClose }: NoticeDrawerProps) {
  const t = useSettingsWords()
  const { t: common } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const read = readNotice(text, year)
  const { add, isBusy, isKnown } = useAdding(object, read)
  const fresh = read.filter((day) => !isKnown(day))
  const guard = useLeaveGuard(text !== '')
  const close = async (): Promise<void> => {
    if (await guard.ask()) onClose()
  }
  const take = async (): Promise<void> => {
    if (!(await add(fresh))) return
    guard.open()
    const last = Number(fresh.at(-1)?.from.slice(0, 4))
    if (last) onYear(last)
    onClose()
  }
  const foot = (
    <div className="form-foot">
      <Button onClick={() => void close()}>{common('action.cancel')}</Button>
      <Button look="primary" busy={isBusy} disabled={fresh.length === 0} onClick={() => void take()}>
        {t('days.take', { count: fresh.length })}
      </Button>
    </div>
  )
  return (
    <Drawer open title={t('days.paste')} onClose={() => void close()} foot={foot}>
      <div className="notice-sheet">
        <label htmlFor={id}>{t('days.pasteText')}</label>
        <Input.TextArea
          id={id}
          value={text}
          autoFocus
          autoSize={{ minRows: 6, maxRows: 12 }}
          onChange={(event) => setText(event.target.value)}
        />
        {Object.entries(notices).map(([of, notice]) => (
          <div key={of}>
            <Button small onClick={() => setText(notice)}>
              {t('days.official', { year: of })}
            </Button>
          </div>
        ))}
        <p className="meta" role="status">
          {text.trim() && t(read.length ? 'days.found' : 'days.foundNone', { count: read.length, fresh: fresh.length })}
        </p>
        <ul className="holiday-list">
          {read.map((day) => (
            <ReadLine key={`${day.from}${day.works}`} day={day} isKnown={isKnown(day)} />
          ))}
        </ul>
      </div>
    </Drawer>
  )
}

function ReadLine({ day, isKnown }: { day: ReadDay; isKnown: boolean }) {
  const t = useSettingsWords()
  const { format } = useWords()
  const { name, works, from, until } = day
  return (
    <li className="holiday-line">
      <span className="holiday-name">
        <strong className="truncate">{name}</strong>
        <Pill colour={works === 'on' ? 'amber' : 'green'}>{t(works === 'on' ? 'days.worked' : 'days.holiday')}</Pill>
        {isKnown && <Pill>{t('days.known')}</Pill>}
      </span>
      <span className="meta">
        {format.date(from)}
        {until && ` – ${format.date(until)}`}
      </span>
    </li>
  )
}

function useAdding(object: ObjectWire, read: readonly ReadDay[]) {
  const t = useSettingsWords()
  const { t: common } = useWords()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const days = read.map(({ from }) => from).toSorted()
  const where = { from: { gte: days[0] ?? '9999-12-31', lte: days.at(-1) ?? '9999-12-31' } }
  const { rows } = useRecords(object, where, { sort: 'from' })
  const isKnown = ({ from, works }: ReadDay): boolean => rows.some((row) => row.from === from && row.works === works)
  const add = async (fresh: readonly ReadDay[]): Promise<boolean> => {
    setBusy(true)
    const made: string[] = []
    try {
      for (const day of fresh) made.push((await createRecord(object, day, crypto.randomUUID())).id)
      const undo = (): void =>
        void deleteMany(object, made)
          .catch(toastError)
          .finally(() => refresh(client, object.name))
      toast({ text: t('days.taken', { count: made.length }), action: { label: common('action.undo'), run: undo } })
      return true
    } catch (error) {
      toastError(error)
      return false
    } finally {
      refresh(client, object.name)
      setBusy(false)
    }
  }
  return { add, isBusy, isKnown }
}
