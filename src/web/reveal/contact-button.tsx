import { useMutation } from '@tanstack/react-query'
import { Mail, Phone } from 'lucide-react'
import type { ContactWay } from '../kind-web.ts'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { contactBy } from './contact.ts'
import { SmallAction } from './small-action.tsx'
import type { MaskedPlace } from './use-reveal.ts'

const icons = { dial: Phone, mail: Mail } as const

type ContactButtonProps = MaskedPlace & { way: ContactWay; dense?: boolean }

/** Calls or writes without showing the number or the address: the telephone or the mail program gets it. */
export function ContactButton({ object, record, field, way, dense }: ContactButtonProps) {
  const { t, label } = useWords()
  const { use } = way
  const contacting = useMutation({
    mutationFn: () => contactBy({ object, record, field }, way),
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
