import type { Filter } from './filter.ts'
import type { Label } from './label.ts'
import type { Rhythm } from './rhythm.ts'

type StarterReview = {
  name: Label
  rhythm: Rhythm
  workingDays: number
  sample: 'all' | 'percent'
  sampleSize?: number
  filter?: Filter
}

/** The calendar that most companies' rules ask for; each is a beginning, to be changed, and none of them runs by itself. */
export const starterReviews: readonly StarterReview[] = [
  {
    name: { zh: '每月抽查', en: 'Monthly spot check' },
    rhythm: 'monthly',
    workingDays: 5,
    sample: 'percent',
    sampleSize: 10,
  },
  { name: { zh: '每季度全面审查', en: 'Quarterly full review' }, rhythm: 'quarterly', workingDays: 15, sample: 'all' },
  {
    name: { zh: '每半年重点客户审查', en: 'Half-yearly review of VIPs' },
    rhythm: 'half_yearly',
    workingDays: 15,
    sample: 'all',
    filter: { tier: 'vip' },
  },
  { name: { zh: '年度全面审查', en: 'Yearly full review' }, rhythm: 'yearly', workingDays: 30, sample: 'all' },
]
