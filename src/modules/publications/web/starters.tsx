import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Label, Locale } from '#shared/label'
import { draftOfDuties, starterDuties } from '#shared/starter-duties'
import { starterProcedures } from '#shared/starter-procedures'
import { draftOf } from '#shared/starter-procedures/starter-procedure'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { createRecord } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { usePublicationWords } from './words.ts'

/** What a text to begin with is drafted from. */
type Starter = { title: Label; stages?: readonly string[]; steps?: number; draft: (locale: Locale) => Drafted }

type Drafted = ReturnType<typeof draftOf> | ReturnType<typeof draftOfDuties>

const kinds = {
  procedure: starterProcedures.map(
    (starter): Starter => ({
      title: starter.title,
      stages: starter.stages,
      steps: starter.steps.length,
      draft: (locale) => draftOf(starter, locale),
    }),
  ),
  duties: starterDuties.map(
    (starter): Starter => ({ title: starter.title, draft: (locale) => draftOfDuties(starter, locale) }),
  ),
} as const

type Kind = keyof typeof kinds

const icons: Readonly<Record<Kind, string>> = { procedure: 'list-checks', duties: 'clipboard-check' }

/** Texts of a kind to begin with that the company has not got yet; nobody but who drafts them sees anything of them before they are published. */
export function Starters({ texts, kind }: { texts: ObjectWire; kind: Kind }) {
  const t = usePublicationWords()
  const { rows, error, isPending } = useRecords(texts, { kind })
  const known = new Set(rows.map(({ title }) => title))
  const missing = kinds[kind].filter(({ title }) => !known.has(title.zh) && !known.has(title.en))
  if (isPending || (missing.length === 0 && !error)) return null
  return (
    <InPlaceSection title={t(`starters.${kind}`)} icon={icons[kind]} error={error}>
      <details className="starters" open={rows.length === 0}>
        <summary>{t(`startersText.${kind}`, { count: missing.length })}</summary>
        <Missing texts={texts} kind={kind} missing={missing} />
      </details>
    </InPlaceSection>
  )
}

function Missing({ texts, kind, missing }: { texts: ObjectWire; kind: Kind; missing: readonly Starter[] }) {
  const t = usePublicationWords()
  const { label } = useWords()
  const make = useDrafting(texts, kind)
  const stages = fieldOf(texts, 'stages')
  return (
    <>
      <Trouble text={make.error?.message} />
      <p className="reading-confirm">
        <Button busy={make.isPending} onClick={() => make.mutate(missing)}>
          {t('draftAll', { count: missing.length })}
        </Button>
      </p>
      <ul>
        {missing.map((starter) => (
          <li key={starter.title.zh} className="in-place-line">
            <span className="in-place-text">
              {label(starter.title)}
              {starter.stages && stages && <FieldValue field={stages} value={starter.stages} titles={{}} dense />}
              {starter.steps && <span className="meta">{t('stepCount', { count: starter.steps })}</span>}
            </span>
            <Button
              small
              look="quiet"
              title={t('draftNamed', { title: label(starter.title) })}
              disabled={make.isPending}
              onClick={() => make.mutate([starter])}
            >
              {t('draft')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Opens what was drafted: one text itself, several as a list. */
function useDrafting(texts: ObjectWire, kind: Kind) {
  const { locale } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (starters: readonly Starter[]) => {
      const ids: string[] = []
      for (const starter of starters)
        ids.push((await createRecord(texts, starter.draft(locale), crypto.randomUUID())).id)
      return ids
    },
    onSuccess: (ids) => {
      const [first] = ids
      const { path } = texts
      if (ids.length === 1 && first) void navigate({ to: '/o/$path/$id', params: { path, id: first } })
      else void navigate({ to: '/o/$path', params: { path }, search: { where: { kind, state: 'draft' } } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['list', texts.name] }),
  })
}
