import { useMutation } from '@tanstack/react-query'
import { Mail, Phone } from 'lucide-react'
import { revealValue } from '../api/records.ts'
import type { ContactWay } from '../kind-web.ts'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { SmallAction } from './small-action.tsx'
import type { MaskedPlace } from './use-reveal.ts'

const icons = { dial: Phone, mail: Mail } as const

type ContactButtonProps = MaskedPlace & { way: ContactWay; dense?: boolean }

/** Calls or writes without showing the number or the address: the telephone or the mail program gets it. */
export function ContactButton({ object, record, field, way, dense }: ContactButtonProps) {
  const { t, label } = useWords()
  const { use } = way
  const contacting = useMutation({
    mutationFn: async (): Promise<void> => {
      const reason = t(`reveal.use.${use}`)
      follow(way.address(String(await revealValue(object, record.id, { field: field.name, reason, use }))))
    },
    onError: toastError,
  })
  return (
    <SmallAction
      icon={icons[use]}
      text={t(`reveal.use.${use}`)}
      label={t(`reveal.useNamed.${use}`, { name: label(field.label) })}
      dense={dense}
      disabled={contacting.isPending}
      onClick={() => contacting.mutate()}
    />
  )
}

/** The link never stands on the page, where it could be read. */
function follow(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.click()
}
