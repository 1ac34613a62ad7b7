import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Figures, figuresQuery } from './procedures.ts'
import { StepsBehind } from './steps-behind.tsx'
import { useProcedureWords } from './words.ts'
import '../../../web/ui/figure-table.css'
import './procedures.css'

/** How far the cases are that the reader sees, and what holds them up. */
export function CasesPage() {
  const steps = useObjectNamed('case_step')
  return steps?.can.includes('read') ? <Cases steps={steps} /> : <NotFoundPage />
}

function Cases({ steps }: { steps: ObjectWire }) {
  const t = useProcedureWords()
  const { data, error, isPending } = useQuery(figuresQuery)
  const leads = useObjectNamed('publication')?.can.includes('create')
  useDocumentTitle(t('title'))
  return (
    <>
      <PageHead title={t('title')}>
        {leads && (
          <Link to="/cases/compliance" className="link">
            {t('kept')}
          </Link>
        )}
      </PageHead>
      <div className="page-scroll cases-page">
        <Trouble text={error?.message} />
        {isPending && <Skeleton rows={6} />}
        {data?.items.length === 0 && <EmptyState icon={ListChecks} title={t('none')} text={t('noneText')} />}
        {data && data.items.length > 0 && <p className="meta">{t('text')}</p>}
        {data?.items.map((procedure) => (
          <Procedure key={procedure.name} steps={steps} procedure={procedure} />
        ))}
      </div>
    </>
  )
}

const columns = ['open', 'late', 'done', 'skipped'] as const

function Procedure({ steps, procedure }: { steps: ObjectWire; procedure: Figures }) {
  const t = useProcedureWords()
  const { format } = useWords()
  const slowest = Math.max(...procedure.steps.map(({ medianDays }) => medianDays ?? 0))
  return (
    <InPlaceSection title={procedure.name} icon="list-checks">
      <p className="meta">{t('running', { count: procedure.running })}</p>
      <div className="figure-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('step')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="figure">
                  {t(column)}
                </th>
              ))}
              <th scope="col" className="figure">
                {t('median')}
              </th>
            </tr>
          </thead>
          <tbody>
            {procedure.steps.map((step) => (
              <tr key={step.name}>
                <th scope="row">{step.name}</th>
                {columns.map((column) => (
                  <td key={column} className="figure">
                    <StepsBehind
                      steps={steps}
                      where={{ procedure: procedure.name, name: step.name, ...behind[column] }}
                      count={step[column]}
                    >
                      {column === 'late' && step.late > 0 ? (
                        <Pill colour="red">{format.number(step.late)}</Pill>
                      ) : (
                        format.number(step[column])
                      )}
                    </StepsBehind>
                  </td>
                ))}
                <td className="figure">
                  {step.medianDays === null ? '–' : format.number(step.medianDays)}
                  {slowest > 0 && step.medianDays === slowest && procedure.steps.length > 1 && (
                    <>
                      {' '}
                      <Pill colour="amber">{t('slowest')}</Pill>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </InPlaceSection>
  )
}

const behind: Record<(typeof columns)[number], Filter> = {
  open: { state: 'open' },
  late: { state: 'open', dueAt: { lt: 'now' } },
  done: { state: 'done' },
  skipped: { state: 'skipped' },
}
