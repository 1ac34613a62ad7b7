import { Checkbox } from 'antd'
import { Keyboard, MessageCircleQuestionMark } from 'lucide-react'
import { useState } from 'react'
import type { ChangesWire } from '../api/change-requests.ts'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { HandOver } from './hand-over.tsx'
import { useProposalWords } from './proposal-words.ts'
import type { Decision } from './use-decision.ts'
import { type Opinion, VerdictForm } from './verdict-form.tsx'
import 'virtual:antd/checkbox.css'
import './proof-line.css'

type DecisionFormProps = { decision: Decision; changes: ChangesWire }

/** Decides on one change request, asks its maker first, or leaves it to another. */
export function DecisionForm({ decision, changes }: DecisionFormProps) {
  const say = useProposalWords()
  const differing = changes.counterable ? changes.items.flatMap((one) => ('keyed' in one ? one.field : [])) : []
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const taken = differing.filter((field) => !left.has(field))
  const ask = ({ take, clear }: Opinion): void => {
    const words = take(true)
    if (words !== undefined) void decision.ask(words).then(clear, () => undefined)
  }
  const form = (
    <VerdictForm
      isBusy={decision.isBusy}
      onSettle={decision.decide}
      more={({ take, clear }) => (
        <>
          {changes.counterable && (
            <Button
              icon={Keyboard}
              disabled={decision.isBusy || !taken.length}
              onClick={() => decision.decide('counter', take(false) ?? '', taken)}
            >
              {say('counter')}
            </Button>
          )}
          <Button icon={MessageCircleQuestionMark} disabled={decision.isBusy} onClick={() => ask({ take, clear })}>
            {say('ask')}
          </Button>
          <HandOver decision={decision} changes={changes} />
        </>
      )}
    />
  )
  if (differing.length < 2) return form
  return (
    <>
      <TakenFields object={changes.object} differing={differing} left={left} onChange={setLeft} />
      {form}
    </>
  )
}

type TakenFieldsProps = {
  object: string
  differing: readonly string[]
  /** Those for which the first entry is right. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** Where several fields were keyed with another value, each is decided on by itself. */
function TakenFields({ object, differing, left, onChange }: TakenFieldsProps) {
  const say = useProposalWords()
  const { label } = useWords()
  const target = useObjectNamed(object)
  const turn = (field: string, isTaken: boolean): void =>
    onChange(new Set([...left, field].filter((one) => one !== field || !isTaken)))
  return (
    <fieldset className="proof-list">
      <legend className="meta">{say('counterFields')}</legend>
      {differing.map((name) => (
        <Checkbox key={name} checked={!left.has(name)} onChange={({ target: box }) => turn(name, box.checked)}>
          {label((target && fieldOf(target, name))?.label ?? { zh: name, en: name })}
        </Checkbox>
      ))}
    </fieldset>
  )
}
