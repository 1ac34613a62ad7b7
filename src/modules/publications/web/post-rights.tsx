import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Post } from './reading.ts'
import { usePublicationWords } from './words.ts'

/** What the holders of a post may do, in words: by rights that are the same on several objects. */
export function PostRights({ may }: { may: NonNullable<Post['may']> }) {
  const t = usePublicationWords()
  const { t: words, locale, labelOfMany } = useWords()
  const level = useLevelWord()
  const separator = locale === 'zh' ? '、' : ', '
  const facts = [
    t('clearance', { level: level(may.clearance) }),
    may.duties.length > 0 &&
      t('answersFor', { duties: may.duties.map((duty) => (isDuty(duty) ? t(`duty.${duty}`) : duty)).join(separator) }),
  ]
  return (
    <InPlaceSection title={t('may')} icon="shield">
      <p className="meta">{facts.filter(Boolean).join(' · ')}</p>
      {may.lines.length === 0 ? (
        <p className="meta">{t('mayNothing')}</p>
      ) : (
        <dl className="post-rights">
          {may.lines.map(({ objects, reaches }) => (
            <div key={objects[0]?.en}>
              <dt>{objects.map(labelOfMany).join(separator)}</dt>
              <dd>
                {reaches.map(({ scope, rights }) => (
                  <span key={scope}>
                    {rights.map((right) => words(`access.right.${right}`)).join(separator)}
                    <span className="meta"> · {isReach(scope) ? t(`reach.${scope}`) : scope}</span>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="meta">{t('mayText')}</p>
    </InPlaceSection>
  )
}

const reaches = ['own', 'unit', 'below', 'chosen', 'pool', 'house', 'all'] as const
const duties = ['trail', 'keys', 'roles', 'appoint', 'accounts', 'settings', 'backup', 'exports'] as const

function isReach(scope: string): scope is (typeof reaches)[number] {
  return reaches.some((one) => one === scope)
}

function isDuty(duty: string): duty is (typeof duties)[number] {
  return duties.some((one) => one === duty)
}
