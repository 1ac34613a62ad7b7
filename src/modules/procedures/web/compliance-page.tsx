import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Filter } from '#shared/filter'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useDuty } from '../../../web/api/session.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Compliance, complianceQuery } from './procedures.ts'
import { useRoleName } from './role-name.tsx'
import { StepsBehind } from './steps-behind.tsx'
import { useProcedureWords } from './words.ts'
import '../../../web/ui/figure-table.css'
import './procedures.css'

const periods = [30, 90, 365] as const

/** Whether procedures are kept to: for who leads and who audits. */
export function CompliancePage() {
  const leads = useObjectNamed('publication')?.can.includes('create')
  const audits = useDuty('trail')
  return leads || audits ? <Kept /> : <NotFoundPage />
}

function Kept() {
  const t = useProcedureWords()
  const [days, setDays] = useState<number>(30)
  const [procedure, setProcedure] = useState('')
  const { data, error, isPending } = useQuery(complianceQuery(days))
  useDocumentTitle(t('kept'))
  const names = [...new Set([...(data?.steps ?? []), ...(data?.edits ?? [])].map((one) => one.procedure))]
  const chosen = <Line extends { procedure: string }>(lines: readonly Line[]): readonly Line[] =>
    lines.filter((line) => !procedure || line.procedure === procedure)
  const [steps, edits] = [chosen(data?.steps ?? []), chosen(data?.edits ?? [])]
  return (
    <>
      <PageHead title={t('kept')} />
      <div className="page-scroll cases-page">
        <div className="kept-tools">
          <PlainSelect
            aria-label={t('period')}
            value={String(days)}
            options={periods.map((value) => ({ value: String(value), label: t('lastDays', { count: value }) }))}
            onChange={(next) => setDays(Number(next))}
          />
          <PlainSelect
            aria-label={t('procedure')}
            value={procedure}
            options={[
              { value: '', label: t('everyProcedure') },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(next) => setProcedure(String(next))}
          />
        </div>
        <Trouble text={error?.message} />
        {isPending && <Skeleton rows={6} />}
        {data && steps.length === 0 && edits.length === 0 && (
          <EmptyState icon={CircleCheck} title={t('keptNone')} text={t('keptNoneText')} />
        )}
        {data && steps.length > 0 && <Steps steps={steps} span={data.span} />}
        {edits.length > 0 && <Edits edits={edits} whole={data?.whole ?? true} />}
      </div>
    </>
  )
}

const columns = ['done', 'late', 'skipped', 'open'] as const

function Steps({ steps, span }: Pick<Compliance, 'steps' | 'span'>) {
  const t = useProcedureWords()
  const { format } = useWords()
  const roleOf = useRoleName()
  const object = useObjectNamed('case_step')
  return (
    <InPlaceSection title={t('keptSteps')} icon="list-checks">
      <div className="figure-table">
        <table>
          <thead>
            <tr>
              {(['procedure', 'role', 'person'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              {columns.map((column) => (
                <th key={column} scope="col" className="figure">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((line) => (
              <tr key={`${line.procedure} ${line.role} ${line.person}`}>
                <th scope="row">{line.procedure}</th>
                <td>{roleOf(line.role)}</td>
                <td>{line.name}</td>
                {columns.map((column) => (
                  <td key={column} className="figure">
                    <StepsBehind
                      steps={object?.can.includes('read') ? object : undefined}
                      where={{ ...stepsOf(line, span), ...behind[column] }}
                      count={line[column]}
                    >
                      {line[column] > 0 && (column === 'late' || column === 'skipped') ? (
                        <Pill colour={column === 'late' ? 'red' : 'amber'}>{format.number(line[column])}</Pill>
                      ) : (
                        format.number(line[column])
                      )}
                    </StepsBehind>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="meta">{t(object?.can.includes('read') ? 'numbersOpen' : 'numbersAlone')}</p>
    </InPlaceSection>
  )
}

/** The steps of a line of the table, as the list of steps narrows them. */
function stepsOf({ procedure, role, person }: Compliance['steps'][number], span: Compliance['span']): Filter {
  return {
    procedure,
    role: role ?? { empty: true },
    owner: person ?? { empty: true },
    openedAt: { gte: span.from, lt: span.until },
  }
}

const behind: Record<(typeof columns)[number], Filter> = {
  done: { state: 'done' },
  late: { or: [{ late: true }, { state: 'open', dueAt: { lt: 'now' } }] },
  skipped: { state: 'skipped' },
  open: { state: 'open' },
}

function Edits({ edits, whole }: { edits: Compliance['edits']; whole: boolean }) {
  const t = useProcedureWords()
  const { format } = useWords()
  return (
    <InPlaceSection title={t('edits')} icon="git-pull-request">
      <p className="meta">{t(whole ? 'editsText' : 'editsLatest')}</p>
      <ul>
        {edits.map((edit) => (
          <li key={`${edit.record} ${edit.field} ${edit.at} ${edit.by}`} className="in-place-line">
            <span className="in-place-text">
              <Changed edit={edit} />
              <Pill colour="amber">{t(`edit.${edit.kind}`)}</Pill>
              <span className="meta">{edit.procedure}</span>
            </span>
            <span className="meta">{t('ended', { name: edit.name, time: format.dateTime(edit.at) })}</span>
          </li>
        ))}
      </ul>
    </InPlaceSection>
  )
}

/** What was changed, and which of its fields; a record out of the reader's sight is known by its number. */
function Changed({ edit }: { edit: Compliance['edits'][number] }) {
  const { label } = useWords()
  const object = useObjectNamed(edit.object)
  const field = object && fieldOf(object, edit.field)
  return (
    <>
      {object && edit.title !== null ? (
        <Link to="/o/$path/$id" params={{ path: object.path, id: edit.record }} className="link">
          {edit.title || label(object.label)}
        </Link>
      ) : (
        <code>{edit.record}</code>
      )}
      <span>{field ? label(field.label) : edit.field}</span>
    </>
  )
}
