import type { OperatorName } from '#shared/filter'
import type { FieldWire } from '#shared/wire'
import { shownAs } from '../registry.ts'
import { useWords } from '../words/words.ts'

const onTime = ['lt', 'lte', 'gt', 'gte'] as const

/** What an operator is called: "from 1 May", but "at least 5". */
export function useOperatorWord(): (operator: OperatorName, field: FieldWire | undefined) => string {
  const { t } = useWords()
  return (operator, field) => {
    const timely = onTime.find((one) => one === operator)
    const isTime = field && ['date', 'date_time', 'birthday'].includes(shownAs(field).kind)
    return timely && isTime ? t(`filter.time.${timely}`) : t(`filter.operator.${operator}`)
  }
}
