import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useLeaveGuard } from '../../../web/form/use-leave-guard.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { useWords } from '../../../web/words/words.ts'
import { type Need, needsOf } from './needs-draft.ts'
import { useOwnWords } from './words.ts'

type Changed = Readonly<Record<string, readonly Need[]>>

/** The doings of the matrix: needs of any fields are changed, looked at in their effect, and saved together. */
export function useNeedsDraft(object: ObjectWire, rule: ObjectWire, records: readonly RecordAnswer[]) {
  const t = useOwnWords()
  const { label } = useWords()
  const [asked, setAsked] = useState<Changed>({})
  const [isSaving, setSaving] = useState(false)
  const definition = useDefinition(rule)
  const changed = Object.fromEntries(
    Object.entries(asked).filter(([name, needs]) => JSON.stringify(needs) !== JSON.stringify(needsOf(object, name))),
  )
  const names = Object.keys(changed)
  useLeaveGuard(names.length > 0)
  const recordOf = (name: string): RecordAnswer | undefined => records.find((record) => record.field === name)
  const nameOf = (name: string): string => label(fieldOf(object, name)?.label ?? { zh: name, en: name })
  return {
    changed,
    names,
    isSaving,
    recordOf,
    needs: ({ name }: FieldWire): readonly Need[] => asked[name] ?? needsOf(object, name),
    put: ({ name }: FieldWire, needs: readonly Need[]): void => setAsked({ ...asked, [name]: needs }),
    discard: (): void => setAsked({}),
    save: async (): Promise<void> => {
      setSaving(true)
      const refused: string[] = []
      for (const name of names) {
        const values = { object: object.name, field: name, rule: 'needs', parts: changed[name] }
        const told = t('needs.saved', { name: nameOf(name) })
        if (!(await definition.write({ record: recordOf(name), values, told }))) refused.push(name)
      }
      // What was refused stands there still, to be put right.
      setAsked((was) => Object.fromEntries(Object.entries(was).filter(([name]) => refused.includes(name))))
      setSaving(false)
    },
    reset: async ({ name }: FieldWire): Promise<void> => {
      const { [name]: _, ...others } = asked
      setAsked(others)
      const record = recordOf(name)
      if (record) await definition.remove(record.id, t('needs.isReset', { name: nameOf(name) }))
    },
  }
}
