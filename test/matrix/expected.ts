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

/** Its reader's own word, made by their own click: nobody writes one, and nobody else sees it. */
const readReceipt = `
head     o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
manager  o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
clerk    o.... o.... o.... o.... o.... o.... o.... xxxxx x.... x.... x.... x....
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** For everybody here, and as it was published: written by nobody. */
const edition = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
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

/** Called by anybody whose own it then is, written by all who come, and taken away by the chair alone. */
const meeting = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo oxxxx oxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooox oooo. oooo. oxxx. oxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... ooxxx oo... oo... ox... ox...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xoxxo .o..o .o..o .o..o .o..o
${none}`

/** Put up by anybody who comes, and taken away by who put it up, here the head. */
const agendaItem = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... oo... oo... oo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .x..x .x..x
${none}`

/** Agreed by those who met, and never taken away. */
const meetingAction = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... oo... oo... oo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .o..o .x..x .x..x
${none}`

/** Put in by anybody, handled by whom it is given to and by the head, not by who put it in; never taken away. */
const suggestion = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo oxooo oxooo xxxxx xxxxx
manager  oo... oo... oo... oo... oo... oo... oo... ooooo ox... ox... xx... xx...
clerk    oo... oo... oo... oo... oo... oo... oo... ooooo ox... ox... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o ooooo .o..o .o..o .x..x .x..x
${none}`

/** Held by its owner, its checker and their unit; never taken away. */
const improvement = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. oooox oooo. oooo. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... ooxxx oo... oo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xoxxo .o..o .o..o .x..x .x..x
${none}`

/** Prepared by the house, and written by its manager alone, who is here whoever stands beside its person. */
const appraisal = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xoxxx xoxxx xxxxx xxxxx
manager  oooo. oooo. oooo. oooo. oooo. oooo. oooo. xxxxx xoxx. xoxx. xxxx. xxxx.
clerk    oo... oo... oo... oo... oo... oo... oo... xxxxx xo... xo... xx... xx...
other    .o..o .o..o .o..o .o..o .o..o .o..o .o..o xxxxx .x..x .x..x .x..x .x..x
${none}`

/** Given by the house, and read by all. */
const credit = `
head     ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
manager  ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
clerk    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
other    ooooo ooooo ooooo ooooo ooooo ooooo ooooo xxxxx xxxxx xxxxx xxxxx xxxxx
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
  service_standard: ofTheHead,
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
  procedure_case: emergencyAccess,
  case_step: emergencyAccess,
  publication: reviewPlan,
  edition,
  read_receipt: readReceipt,
  regular_meeting: meeting,
  meeting,
  agenda_item: agendaItem,
  meeting_action: meetingAction,
  work_report: savedView,
  suggestion,
  improvement,
  credit,
  second_entry: emergencyAccess,
  confirmation_link: emergencyAccess,
  export: exported,
  notification,
  saved_view: savedView,
  dashboard: savedView,
  favourite,
  completeness_score: completenessScore,
  indicator_score: completenessScore,
  appraisal,
  appraisal_scheme: ofTheHead,
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
