import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { childrenOf, useObjects } from '../api/definitions.ts'
import { sendFile } from '../api/files.ts'
import { createRecord, refresh } from '../api/records.ts'
import type { Values } from '../form/form-values.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { usePhoneWords } from './phone-words.ts'
import { shrinkPicture } from './shrink-picture.ts'

export type Photographed = 'paper' | 'card'

/** A form that goes on from a picture. */
export type FromPicture = { child: ObjectWire; given?: Values; picture?: Blob }

type Papers = { child: ObjectWire; files: FieldWire; title: FieldWire }

/** What a picture may become on a file: a paper of its own, or what helps to enter a person. */
export function usePhoto(object: ObjectWire, record: RecordAnswer, onTaken: (next: FromPicture) => void) {
  const t = usePhoneWords()
  const { format } = useWords()
  const client = useQueryClient()
  const children = childrenOf(object, useObjects()).filter(({ can }) => can.includes('create'))
  const papers = papersAmong(children)
  const people = children.find(({ timeline, fields }) => timeline === null && fields.some(isName))
  const taking = useMutation({
    mutationFn: async ({ as, picture }: { as: Photographed; picture: File }): Promise<void> => {
      if (!papers) return
      const title = t(as === 'card' ? 'cardTitle' : 'paperTitle', { at: format.dateTime(new Date().toISOString()) })
      const small = await shrinkPicture(picture, title).catch(() => undefined)
      if (!small) throw new Error(t('unreadable'))
      const { id, name } = await sendFile(small)
      client.setQueryData(['title', id], name)
      const given = { [papers.title.name]: title, [papers.files.name]: [id] }
      if (as === 'paper' || !people) return onTaken({ child: papers.child, given })
      const parent = papers.child.parent && { [papers.child.parent.field]: record.id }
      await createRecord(papers.child, { ...given, ...parent }, crypto.randomUUID())
      refresh(client, papers.child.name)
      toast({ text: t('cardKept') })
      onTaken({ child: people, picture: small })
    },
    onError: toastError,
  })
  return { taking, mayPaper: papers !== undefined, mayCard: papers !== undefined && people !== undefined }
}

/** The child that is a paper: it cannot be without its files. */
function papersAmong(children: readonly ObjectWire[]): Papers | undefined {
  for (const child of children) {
    const files = child.fields.find(({ kind, required }) => kind === 'files' && required)
    const title = child.fields.find(({ name }) => name === child.title)
    if (files && title) return { child, files, title }
  }
  return undefined
}

function isName({ kind }: FieldWire): boolean {
  return kind === 'person_name'
}
