import { defineModule } from '#kernel'
import { closePeriods } from './close-periods.ts'
import { indicatorScore, indicatorScorePolicy } from './indicator-score.ts'

/** What everybody's work comes to, counted from what others have found, never typed in. */
export const indicators = defineModule({
  name: 'indicators',
  label: { zh: '考核指标', en: 'Performance figures' },
  optional: {
    gone: {
      zh: '考核指标：不再统计，已冻结的期间不再显示。',
      en: 'Performance figures: nothing is counted, and periods kept so far are not shown.',
    },
  },
  objects: [indicatorScore],
  policies: [indicatorScorePolicy],
  maintain: closePeriods,
})

export { hashOf } from './close-periods.ts'
export { indicatorScore } from './indicator-score.ts'
export { tellFigures } from './tell-figures.ts'
