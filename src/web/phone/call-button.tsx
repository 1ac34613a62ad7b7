import { useMutation } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { contactBy } from '../reveal/contact.ts'
import { Menu } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { useOnLine } from '../ui/use-on-line.ts'
import { useWords } from '../words/words.ts'
import { BarButton } from './bar-button.tsx'
import { usePhoneWords } from './phone-words.ts'
import { type Dialled, useNumbers } from './use-numbers.ts'

/** Calls somebody of this file; where there are several numbers, it asks which. */
export function CallButton({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = usePhoneWords()
  const { label } = useWords()
  const numbers = useNumbers(object, record)
  const isOnLine = useOnLine()
  const calling = useMutation({ mutationFn: (to: Dialled) => contactBy(to, to.way), onError: toastError })
  const isMasked = ({ record: of, field }: Dialled): boolean => of.masked?.[field.name] !== undefined
  const mayCall = (to: Dialled): boolean => isOnLine || !isMasked(to)
  if (!numbers) return null
  const [only, ...others] = numbers
  if (!only) return <BarButton icon={Phone} text={t('call')} title={t('noNumber')} disabled />
  const isBusy = calling.isPending
  if (others.length === 0)
    return (
      <BarButton
        icon={Phone}
        text={t('call')}
        disabled={isBusy || !mayCall(only)}
        onClick={() => calling.mutate(only)}
      />
    )
  const items = numbers.map((to) => ({
    key: `${to.record.id}-${to.field.name}`,
    label:
      to.object === object ? t('ofFile', { field: label(to.field.label) }) : `${to.name} · ${label(to.field.label)}`,
    icon: Phone,
    disabled: !mayCall(to),
    run: () => calling.mutate(to),
  }))
  return (
    <Menu entries={[{ key: 'numbers', title: t('callTo'), items }]}>
      <BarButton icon={Phone} text={t('call')} disabled={isBusy} />
    </Menu>
  )
}
