import { operations } from './try-operation.ts'

/*
 * A cell's five letters are five records: one's own, one where one is collaborator, a colleague's of the same unit,
 * one of a unit below, a foreign one. `o` done, `.` not there, `x` refused.
 * The other clerk and who has no role look at the clerk's records; the foreign ones are the other clerk's own.
 * Columns: list count search group read history timeline create update bulk delete restore.
 */

const none = 'nobody   xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx'

/** Held by persons and units; who does not lead takes no file away. */
const customer = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooox oooo. oooo. oooo. oooo.
clerk    oo... oo... oo... oo... oo... oo... oo... ooxxx oo... oo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xoxxo .o..o .o..o .x..x .x..x
${none}`

/** Whoever assigns a task stays with it, so anybody may give one to anybody. */
const task = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. ooooo oooo. oooo. oooo. oooo.
clerk    oo... oo... oo... oo... oo... oo... oo... ooooo oo... oo... oo... oo...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o ooooo .o..o .o..o .o..o .o..o
${none}`

/** Lives on a customer's file and follows it. */
const onFile = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo.
clerk    oo... oo... oo... oo... oo... oo... oo... oo... oo... oo... oo... oo...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o
${none}`

/** Everybody reads it, those who lead keep it. */
const reference = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
${none}`

/** Units, users and what a company defines for itself: everybody reads them, the head keeps them. */
const ofTheHead = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
${none}`

/** As other definitions, and never taken away. */
const kept = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
${none}`

/** One record, made at set-up and never taken away. */
const company = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx ooooo ooooo xxxxx xxxxx
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
${none}`

/** About a customer here, and seen by whoever sees that; written by nobody. */
const changeRequest = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxxx xxxx. ..... xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... xxxxx xx... ..... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x ..... .x..x .x..x
${none}`

/** Seen with the file it opened; taken, given out and reviewed, and written by nobody. */
const emergencyAccess = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxxx xxxx. xxxx. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... xxxxx xx... xx... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** Kept by those who lead. */
const reviewPlan = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. oxoox o.oo. o.oo. o.oo. o.oo.
clerk    o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** The same, and written by nobody. */
const reviewRound = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. xxxxx x.xx. x.xx. x.xx. x.xx.
clerk    o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** Made by a review of a file; settled by whoever works on that. */
const reviewFinding = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx ooooo ooooo xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxxx oooo. oooo. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... xxxxx oo... oo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .o..o .o..o .x..x .x..x
${none}`

/** The requester's, those who may sign and those above see it; asked for by who may export customers, and changed by nobody. */
const exported = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. ooooo xxxx. xxxx. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... xxxxx xx... xx... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** Views and dashboards: private until shared, also from the head. */
const savedView = `
head     o.... o.... o.... o.... o.... o.... o.... ooooo o.... o.... o.... o....
manager  o.... o.... o.... o.... o.... o.... o.... ooooo o.... o.... o.... o....
clerk    o.... o.... o.... o.... o.... o.... o.... ooooo o.... o.... o.... o....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o ooooo .o..o .o..o .o..o .o..o
${none}`

/** Of readers of the log alone: kept by its maker, seen by whom it goes to. */
const logReport = `
head     oo... oo... oo... oo... oo... oo... oo... ooooo ox... ox... ox... ox...
manager  xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx
other    xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx
${none}`

/** Its reader's alone, also from the head, and about a customer here; marked as read, and otherwise written by nobody. */
const notification = `
head     o.... o.... o.... o.... o.... o.... o.... xxxxx o.... o.... x.... x....
manager  o.... o.... o.... o.... o.... o.... o.... xxxxx o.... o.... x.... x....
clerk    o.... o.... o.... o.... o.... o.... o.... xxxxx o.... o.... x.... x....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .o..o .o..o .x..x .x..x
${none}`

/** Its owner's alone, also from the head, and about a customer here. */
const favourite = `
head     o.... o.... o.... o.... o.... o.... o.... ooooo o.... o.... o.... o....
manager  o.... o.... o.... o.... o.... o.... o.... oooo. o.... o.... o.... o....
clerk    o.... o.... o.... o.... o.... o.... o.... oo... o.... o.... o.... o....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o
${none}`

/** Counted by the house, and written by nobody. */
const completenessScore = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. o.oo. xxxxx x.xx. x.xx. x.xx. x.xx.
clerk    o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** Written for oneself alone; read by all. */
const delegation = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo oxxxx oxxxx oxxxx oxxxx oxxxx
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo oxxxx oxxxx oxxxx oxxxx oxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo oxxxx oxxxx oxxxx oxxxx oxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xoxxo xoxxo xoxxo xoxxo xoxxo
${none}`

export const expected: Readonly<Record<string, string>> = {
  customer,
  task,
  contact: onFile,
  follow_up: onFile,
  purchase: onFile,
  need: onFile,
  preference: onFile,
  address: onFile,
  attachment: onFile,
  comment: onFile,
  product: reference,
  tag: reference,
  unit: ofTheHead,
  custom_object: ofTheHead,
  custom_field: ofTheHead,
  value_list_item: ofTheHead,
  field_rule: ofTheHead,
  approval_rule: ofTheHead,
  value_rule: ofTheHead,
  rule_exception: onFile,
  layout: ofTheHead,
  module_switch: kept,
  user: ofTheHead,
  company,
  holiday: ofTheHead,
  change_request: changeRequest,
  purpose: ofTheHead,
  consent: onFile,
  disclosure: onFile,
  role: ofTheHead,
  role_assignment: ofTheHead,
  team_member: onFile,
  delegation,
  emergency_access: emergencyAccess,
  review_plan: reviewPlan,
  review_round: reviewRound,
  review_item: emergencyAccess,
  review_finding: reviewFinding,
  export: exported,
  notification,
  saved_view: savedView,
  dashboard: savedView,
  favourite,
  completeness_score: completenessScore,
  log_report: logReport,
}

/** role -> operation -> five letters. */
export function parseTable(text: string): Record<string, Record<string, string>> {
  const rows = text.trim().split('\n')
  return Object.fromEntries(
    rows.map((row) => {
      const [role = '', ...cells] = row.split(/\s+/)
      return [role, Object.fromEntries(operations.map((operation, index) => [operation, cells[index] ?? '']))]
    }),
  )
}
