/** How what is missing on files is asked for, where a house has not said otherwise; fields of the company's record. */
export const usualCompletion = {
  completeDays: 5,
  completeRemind: 1,
  completeGrace: 3,
  completeAtOnce: 10,
  completeFarthest: 65,
  verifyAgeing: 25,
} as const

export type CompletionField = keyof typeof usualCompletion
