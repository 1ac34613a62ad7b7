import type { NoticeTexts } from '#shared/told-in'
import type { ObjectWire } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Notice } from './consent-state.ts'

/** A purpose of use as consents speak of it. */
export type Purpose = Notice & { name: string; texts: NoticeTexts }

export type Purposes = ReadonlyMap<string, Purpose>

/** The purposes in use, by their ids. */
export function usePurposes(object: ObjectWire): Purposes {
  const { label } = useWords()
  const { rows } = useRecords(object, { active: true })
  return new Map(
    rows.map(({ id, nameZh, nameEn, noticeZh, noticeEn, noticeVersion, oldestNotice }) => [
      id,
      {
        name: label({ zh: String(nameZh), en: String(nameEn) }),
        texts: { zh: textOf(noticeZh), en: textOf(noticeEn) },
        version: Number(noticeVersion ?? 0),
        oldest: Number(oldestNotice ?? 0),
      },
    ]),
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
