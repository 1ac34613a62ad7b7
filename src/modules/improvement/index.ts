import { defineModule } from '#kernel'
import { credit, creditPolicy } from './credit.ts'
import { followAdoption, prepareSuggestion } from './decide.ts'
import { prepareImprovement } from './guard-improvement.ts'
import { improvement, improvementPolicy } from './improvement.ts'
import { followImprovement } from './improvement-tasks.ts'
import { suggestion, suggestionPolicy } from './suggestion.ts'

/** Whoever works here says what could be better; what is taken up is planned, done, checked and kept. */
export const improving = defineModule({
  name: 'improvement',
  label: { zh: '意见箱与持续改进', en: 'Suggestions and improvement' },
  optional: {
    gone: {
      zh: '意见箱、改进登记和采纳表彰；由改进项产生的任务仍保留。',
      en: 'The suggestion box, the register of improvements and the credits. Tasks that came of them stay.',
    },
  },
  objects: [suggestion, improvement, credit],
  policies: [suggestionPolicy, improvementPolicy, creditPolicy],
  hooks: {
    suggestion: { prepare: prepareSuggestion, written: followAdoption },
    improvement: { prepare: prepareImprovement, written: followImprovement },
  },
})

export { suggestAnonymously, suggestionByCode } from './anonymous.ts'
