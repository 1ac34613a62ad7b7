import { BadgeAlert, BadgeCheck, CircleDashed, CircleHelp, EllipsisVertical } from 'lucide-react'
import { isUnknown, unknownBecause, type VerificationWay, verifiedBy } from '#shared/verification'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { isOpen } from '../file/is-open.ts'
import { isEmptyIn } from '../ui/empty-value.ts'
import { keptChoice, useKeptChoice } from '../ui/kept-choice.ts'
import { Menu } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'
import { type Age, ageOf } from './age-of.ts'
import { useVerify } from './use-verify.ts'
import { useVerifyWords } from './verify-words.ts'
import './verify.css'

const icons = {
  fresh: BadgeCheck,
  ageing: BadgeCheck,
  overdue: BadgeAlert,
  never: CircleDashed,
  unknown: CircleHelp,
} as const satisfies Record<Age, unknown>

/** One click verifies as the last time. */
const lastWay = keptChoice('dossier.verified-by', verifiedBy)

type VerifyMarkProps = { object: ObjectWire; record: RecordAnswer; field: FieldWire }

/** Who made sure of the value beside it, when and how, by its age; a click makes sure of it now. */
export function VerifyMark({ object, record, field }: VerifyMarkProps) {
  const t = useVerifyWords()
  const { label, format } = useWords()
  const way = useKeptChoice(lastWay)
  const verify = useVerify(object, record, field)
  const standing = record.verifications?.find((one) => one.field === field.name)
  const age = ageOf(standing, Date.now())
  const name = label(field.label)
  const isEmpty = isEmptyIn(record, field.name)
  const told = standing
    ? t('told', {
        age: t(`ages.${age}`),
        by: (standing.by && record.titles[standing.by]) ?? t('nobody'),
        at: format.dateTime(standing.at),
        how: t(`ways.${standing.how}`),
        due: format.dateTime(standing.due),
      })
    : t('toldNever')
  const Drawn = icons[age]
  const mark = <Drawn size={14} aria-hidden />
  const choose = (how: VerificationWay): void => {
    const kept = verifiedBy.find((one) => one === how)
    if (kept) lastWay.choose(kept)
    verify.mutate(how)
  }
  const offered: readonly VerificationWay[] = isEmpty ? unknownBecause : verifiedBy
  const entries = offered.map((how) => ({ key: how, label: t(`ways.${how}`), run: () => choose(how) }))
  const mayVerify = isOpen(record)
  return (
    <span className="verify">
      {mayVerify && !isEmpty ? (
        <button
          type="button"
          className={`verify-mark verify-${age}`}
          disabled={verify.isPending}
          aria-label={`${t('verify', { name, how: t(`ways.${way}`) })} · ${told}`}
          title={`${told}\n${t('verify', { name, how: t(`ways.${way}`) })}`}
          onClick={() => choose(way)}
        >
          {mark}
        </button>
      ) : (
        (standing || !isEmpty) && (
          <span className={`verify-mark verify-${age}`} title={told}>
            {mark}
            <span className="visually-hidden">{told}</span>
            {standing && isUnknown(standing.how) && <span className="verify-text">{t('cannotShort')}</span>}
          </span>
        )
      )}
      {mayVerify && (
        <Menu entries={entries}>
          <button
            type="button"
            className="verify-more"
            aria-label={t(isEmpty ? 'cannot' : 'more', { name })}
            title={t(isEmpty ? 'cannot' : 'more', { name })}
          >
            {isEmpty ? <CircleHelp size={13} aria-hidden /> : <EllipsisVertical size={13} aria-hidden />}
          </button>
        </Menu>
      )}
    </span>
  )
}
