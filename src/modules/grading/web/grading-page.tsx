import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ListPlus } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { RuleList } from '../../../web/settings/rules/rule-list.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { GradingForm } from './grading-form.tsx'
import { Standards } from './standards.tsx'
import { starterRules } from './starter-rules.ts'
import { useGradingWords } from './words.ts'
import '../../../web/settings/settings-pages.css'

/** By which rules customers get their tier, stage and status. */
export function GradingPage() {
  const rule = useObjectNamed('value_rule')
  const customer = useObjectNamed('customer')
  return rule?.can.includes('update') && customer ? <Rules rule={rule} customer={customer} /> : <NotFoundPage />
}

type RulesProps = { rule: ObjectWire; customer: ObjectWire }

function Rules({ rule, customer }: RulesProps) {
  const t = useGradingWords()
  const standard = useObjectNamed('service_standard')
  useDocumentTitle(t('title'))
  const words = {
    title: t('title'),
    text: t('text'),
    none: t('none'),
    add: t('add'),
    when: t('when'),
    edit: (name: string) => t('edit', { name }),
    remove: (name: string) => t('remove', { name }),
    removed: (name: string) => t('removed', { name }),
  }
  const told = (name: string, record: RecordAnswer) => {
    const field = name === 'value' ? fieldOf(customer, String(record.field)) : undefined
    return field && <FieldValue field={field} value={record.value} titles={{}} />
  }
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page-scroll settings-page settings-wide">
        <RuleList
          object={customer}
          rule={rule}
          where={{}}
          sort="field,position"
          words={words}
          shown={() => shown}
          told={told}
          mark={({ active }) => (
            <Pill colour={active === true ? 'green' : 'grey'}>{t(active === true ? 'active' : 'resting')}</Pill>
          )}
          head={<Starters rule={rule} />}
          form={(record, onEnd) => <GradingForm {...{ rule, customer, record, onEnd }} />}
        />
        {standard?.can.includes('read') && <Standards object={standard} customer={customer} />}
      </div>
    </>
  )
}

const shown = ['field', 'value', 'position', 'note']

/** The usual rules, offered as long as there are none. */
function Starters({ rule }: { rule: ObjectWire }) {
  const t = useGradingWords()
  const client = useQueryClient()
  const { rows, isPending } = useRecords(rule, {}, {})
  const start = useMutation({
    mutationFn: async () => {
      for (const [at, { name, ...rest }] of starterRules.entries())
        await createRecord(
          rule,
          { ...rest, name: t(`starter.${name}`), position: (at + 1) * 10, active: false },
          crypto.randomUUID(),
        )
    },
    onSuccess: () => toast({ text: t('started', { count: starterRules.length }) }),
    onError: toastError,
    onSettled: () => refresh(client, rule.name, []),
  })
  if (isPending || rows.length > 0 || !rule.can.includes('create')) return null
  return (
    <div>
      <Button icon={ListPlus} busy={start.isPending} onClick={() => start.mutate()}>
        {t('starters')}
      </Button>
    </div>
  )
}
