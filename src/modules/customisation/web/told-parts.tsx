import { fieldOfPart } from '#shared/class-scheme'
import { schemeIn } from './class-draft.ts'
import { type NeedWord, readNeeds } from './needs-draft.ts'
import { ruleIn, sortOf } from './number-draft.ts'
import { useOwnWords } from './words.ts'

/** The parts of a rule as words: how a number is made, in which order values stand, or how often a field is needed. */
export function ToldParts({ value }: { value: unknown }) {
  const t = useOwnWords()
  const rule = ruleIn(value)
  if (rule) {
    const told = rule.map((part) => {
      if ('text' in part) return part.text
      if ('date' in part) return part.date
      return 'sequence' in part ? '0'.repeat(part.sequence - 1) + 1 : `{${t(`numbers.sorts.${sortOf(part)}`)}}`
    })
    return <code>{told.join('')}</code>
  }
  const scheme = schemeIn(value)
  if (scheme) return <code>{scheme.parts.map((part) => `{${fieldOfPart(part)}}`).join(scheme.separator)}</code>
  if (isPeriod(value)) {
    const { days } = value
    const every = days === null ? t('verify.toldNever') : t('verify.told', { count: days })
    return <span>{value.second ? `${every} · ${t('verify.second')}` : every}</span>
  }
  const codes: readonly unknown[] = Array.isArray(value) ? value : []
  if (codes.length && codes.every((code) => typeof code === 'string')) return <span>{codes.join(' · ')}</span>
  const needs = readNeeds(value)
  const told = (['required', 'recommended'] as const satisfies readonly NeedWord[]).flatMap((word) => {
    const of = needs.filter(({ need }) => need === word)
    if (of.length === 0) return []
    const reach = of.some(({ when }) => !when) ? t('needs.always') : t('needs.more', { count: of.length })
    return [`${t(`needs.words.${word}`)} (${reach})`]
  })
  return <span>{told.join(' · ') || t('needs.words.optional')}</span>
}

function isPeriod(value: unknown): value is { days: number | null; second?: boolean } {
  return typeof value === 'object' && value !== null && 'days' in value
}
