import { Plus, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorSentence } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { FieldWire, RecordAnswer } from '#shared/wire'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { Menu, type MenuItem } from '../../../web/ui/menu.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useOwnWords } from './words.ts'
import './layout.css'
import './rules.css'

type PartsRuleProps = {
  field: FieldWire
  record?: RecordAnswer
  mayChange: boolean
  text: string
  /** What was just moved, for whoever does not see it. */
  told: string
  /** Each part in its place, a line of the list. */
  lines: ReactNode
  onDrop: Parameters<typeof DragBetween>[0]['onDrop']
  /** Below the parts. */
  more?: ReactNode
  problem: ErrorCode | undefined
  isDirty: boolean
  /** Parts that can be added. */
  entries: readonly MenuItem[]
  /** Asked before the house's own rule is taken back. */
  question: { title: string; text: string }
  reset: () => Promise<void>
  save: () => Promise<void>
  preview: ReactNode
}

/** A rule that is made of parts in their order, such as that of a number, and beside it what it comes to. */
export function PartsRule({ field, record, mayChange, text, told, lines, ...rule }: PartsRuleProps) {
  const t = useOwnWords()
  const { t: common, label, locale } = useWords()
  const { onDrop, more, problem, isDirty, entries, question, reset, save, preview } = rule
  const ask = async (): Promise<void> => {
    if (await confirm({ ...question, action: t('numbers.reset') })) await reset()
  }
  return (
    <section className="layout-part" aria-label={label(field.label)}>
      <div className="layout-sections">
        <h2>{label(field.label)}</h2>
        <p className="muted">{text}</p>
        <p className="visually-hidden" role="status">
          {told}
        </p>
        <DragBetween hint={t('layout.draggable')} onDrop={onDrop}>
          <ol className="number-lines">{lines}</ol>
        </DragBetween>
        {more}
        <Trouble text={problem && errorSentence(problem, {}, locale)} />
        {mayChange && (
          <div className="layout-actions">
            <Menu entries={entries}>
              <Button icon={Plus}>{t('numbers.add')}</Button>
            </Menu>
            {record?.can.includes('delete') && (
              <Button look="quiet" icon={RotateCcw} onClick={() => void ask()}>
                {t('numbers.reset')}
              </Button>
            )}
            <Button look="primary" disabled={!isDirty || problem !== undefined} onClick={() => void save()}>
              {common('action.save')}
            </Button>
          </div>
        )}
      </div>
      {mayChange && preview}
    </section>
  )
}
