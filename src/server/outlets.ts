import type { AuditAction } from '#shared/audit-actions'

/** What of the records' values a way out lets through. */
type OutletValues =
  /** None: definitions, counts, states, names of people. */
  | 'none'
  /** As the reader may see them: above what one sees plainly there are masks, and hidden fields are not there. */
  | 'veiled'
  /** One plain value, by right, reason and quota. */
  | 'revealed'
  /** What the reader brought in and nobody else is shown. */
  | 'own'
  /** Ciphertext alone. */
  | 'sealed'

type OutletReader =
  /** Whoever reaches the server. */
  | 'anybody'
  /** Who was given a link to it, and knows what is asked for beside that. */
  | 'linked'
  /** Who is signed in, about oneself or the house. */
  | 'person'
  /** Who sees the record, by role, scope and clearance. */
  | 'reader'
  /** Who holds the duty that it asks for. */
  | 'officer'
  /** Who runs the machine. */
  | 'operator'

/** A way by which data leaves the house: what, to whom, in which form, and the line that the trail has of it. */
type Outlet = {
  what: string
  to: OutletReader
  values: OutletValues
  /** Acts of which one stands in the trail; none for what tells nothing about anybody. */
  trail: readonly AuditAction[]
}

const outlet = (to: OutletReader, what: string, values: OutletValues, ...trail: AuditAction[]): Outlet => ({
  what,
  to,
  values,
  trail,
})

/** Every answer of the server, by method and address. What does not stand here is not served. */
export const routeOutlets: Readonly<Record<string, Outlet>> = {
  'GET /api/health': outlet('anybody', 'whether it lives', 'none'),
  'GET /api/regions': outlet('anybody', 'administrative divisions', 'none'),
  'GET /api/openapi.json': outlet('anybody', 'the API, with made-up examples', 'none'),
  'GET /api/docs': outlet('anybody', 'the page of the API', 'none'),
  'GET /api/docs/docs.js': outlet('anybody', 'the page of the API', 'none'),
  'GET /api/docs/docs.css': outlet('anybody', 'the page of the API', 'none'),
  'GET /api/look': outlet('anybody', 'name, colour and text of the door', 'none'),
  'GET /api/look/style.css': outlet('anybody', 'the colour of the door', 'none'),
  'GET /api/look/logo': outlet('anybody', 'the picture of the company', 'none'),
  'GET /api/working-days': outlet('person', 'working days and holidays', 'none'),
  'GET /api/setup': outlet('anybody', 'whether set-up is open', 'none'),
  'POST /api/setup': outlet('anybody', 'the session of the first head', 'none', 'configure', 'create', 'sign_in'),
  'POST /api/sessions': outlet('anybody', 'a session, or what is missing for one', 'none', 'sign_in'),
  'POST /api/sessions/challenges': outlet('anybody', 'a question for a passkey', 'none'),
  'POST /api/sessions/passkey': outlet('anybody', 'a session', 'none', 'sign_in'),
  'GET /api/sso': outlet('anybody', 'the name of the sign-on service', 'none'),
  'POST /api/sso/attempts': outlet('anybody', 'where to sign on', 'none'),
  'POST /api/sso/proof-attempts': outlet('person', 'where to prove presence', 'none'),
  'POST /api/sessions/sso': outlet('anybody', 'a session, or what is missing for one', 'none', 'sign_in'),
  'POST /api/password-resets': outlet('anybody', 'nothing, whether the login exists or not', 'none'),
  'POST /api/password-links/inspections': outlet('anybody', 'whose link it is, to who has it', 'none'),
  'POST /api/password-links/passwords': outlet('anybody', 'whose link it was', 'none', 'configure'),
  'GET /api/definitions': outlet('person', 'objects and fields that one reads', 'none'),

  'GET /api/sessions/current': outlet('person', 'oneself and the company', 'none', 'read'),
  'PATCH /api/sessions/current': outlet('person', 'oneself', 'none', 'update'),
  'DELETE /api/sessions/current': outlet('person', 'nothing', 'none', 'sign_out'),
  'POST /api/sessions/current/proof': outlet('person', 'when one was proven', 'none', 'sign_in'),
  'GET /api/sessions': outlet('person', 'devices, with address and program', 'none', 'list'),
  'DELETE /api/sessions': outlet('person', 'how many ended', 'none', 'sign_out'),
  'DELETE /api/sessions/:id': outlet('person', 'nothing', 'none', 'sign_out'),
  'GET /api/api-keys': outlet('person', 'keys without their secrets', 'none', 'list'),
  'POST /api/api-keys': outlet('person', 'a new key, once', 'none', 'configure'),
  'DELETE /api/api-keys/:id': outlet('person', 'nothing', 'none', 'configure'),
  'GET /api/second-factor': outlet('person', 'whether there is one', 'none'),
  'POST /api/second-factor': outlet('person', 'a new secret, once', 'none'),
  'POST /api/second-factor/confirmation': outlet('person', 'recovery codes, once', 'none', 'configure'),
  'POST /api/second-factor/recovery-codes': outlet('person', 'recovery codes, once', 'none', 'configure'),
  'DELETE /api/second-factor': outlet('person', 'nothing', 'none', 'configure'),
  'GET /api/passkeys': outlet('person', 'own passkeys, without their keys', 'none', 'list'),
  'POST /api/passkeys/challenges': outlet('person', 'a question for a passkey', 'none'),
  'POST /api/passkeys': outlet('person', 'the new passkey, and recovery codes once', 'none', 'configure'),
  'PATCH /api/passkeys/:id': outlet('person', 'nothing', 'none', 'configure'),
  'DELETE /api/passkeys/:id': outlet('person', 'nothing', 'none', 'configure'),
  'GET /api/notification-settings': outlet('person', 'how one is told', 'none'),
  'PATCH /api/notification-settings': outlet('person', 'how one is told', 'none', 'configure'),
  'GET /api/jobs/:id': outlet('person', 'progress of own work', 'none'),
  'DELETE /api/jobs/:id': outlet('person', 'nothing', 'none', 'job'),
  'POST /api/files': outlet('person', 'facts of the own upload', 'own', 'upload'),

  'GET /api/form-drafts': outlet('person', 'what one has typed into a form oneself', 'own', 'draft'),
  'POST /api/form-drafts': outlet('person', 'when it was kept', 'none', 'draft'),
  'DELETE /api/form-drafts': outlet('person', 'nothing', 'none'),
  'GET /api/gathered-changes': outlet(
    'person',
    'own changes to be sent, beside what stands',
    'veiled',
    'read',
    'draft',
  ),
  'POST /api/gathered-changes': outlet('person', 'how many there are', 'none', 'draft'),
  'DELETE /api/gathered-changes': outlet('person', 'nothing', 'none'),
  'POST /api/gathered-changes/request': outlet('reader', 'the number of the request', 'none', 'propose', 'update'),

  'POST /api/duplicate-checks': outlet(
    'reader',
    'titles of records that may be the same, and whether there are others',
    'veiled',
    'list',
  ),
  'GET /api/duplicate-groups': outlet('reader', 'records that may be the same', 'veiled', 'list'),
  'POST /api/duplicate-verdicts': outlet('reader', 'nothing', 'none', 'check'),
  'GET /api/duplicate-verdicts': outlet('reader', 'titles of records that are not the same', 'veiled', 'list'),
  'POST /api/record-merges': outlet('reader', 'fields that differ, and counts', 'none', 'merge', 'propose', 'read'),
  'GET /api/record-merges': outlet('reader', 'titles and numbers of what was joined into a record', 'veiled', 'list'),
  'POST /api/record-merges/:id/undo': outlet('reader', 'names of fields, and counts', 'none', 'unmerge'),
  'POST /api/imports': outlet('person', 'the number of an import', 'none', 'upload'),
  'GET /api/imports': outlet('person', 'own imports, with names of their files', 'own', 'list'),
  'GET /api/imports/:id': outlet('person', 'first rows of the own list', 'own', 'read'),
  'PATCH /api/imports/:id': outlet('person', 'first rows of the own list', 'own', 'read'),
  'POST /api/imports/:id/run': outlet('person', 'state of the own import', 'own', 'job'),
  'DELETE /api/imports/:id': outlet('person', 'state of the own import', 'own', 'job', 'read'),
  'GET /api/imports/:id/errors': outlet('person', 'rows of the own list that had trouble', 'own', 'read'),

  'POST /api/exports/:id/download': outlet('reader', 'the file of the own export, once', 'veiled', 'download'),
  'POST /api/export-traces': outlet('officer', 'whose export a number was in', 'none', 'explain'),
  'POST /api/exports/:id/cancellation': outlet('person', 'nothing', 'none', 'job'),

  'POST /api/prints': outlet('reader', 'a table of records, as texts', 'veiled', 'print'),
  'POST /api/labels': outlet('reader', 'a PDF with numbers, classes and names of files', 'veiled', 'print'),
  'POST /api/prints/groups': outlet('reader', 'counts and sums, for a picture', 'veiled', 'print'),
  'GET /api/search': outlet('reader', 'titles and first facts of records', 'veiled', 'search'),
  'POST /api/case-starts': outlet('reader', 'the number of a case', 'none', 'create'),
  'POST /api/case-steps/:id/skipping': outlet('reader', 'nothing', 'none', 'update'),
  'GET /api/procedure-figures': outlet('reader', 'counts of steps', 'none', 'list'),
  'GET /api/procedure-compliance': outlet(
    'reader',
    'counts of steps, who changed which field when, and names of files',
    'none',
    'group',
  ),
  'GET /api/readings': outlet('reader', 'what is published for the reader', 'none', 'list', 'search'),
  'GET /api/posts': outlet('reader', 'posts: titles of texts, and what roles may do', 'none', 'explain', 'list'),
  'POST /api/editions/:id/receipts': outlet('reader', 'nothing', 'none', 'create'),
  'GET /api/publications/:id/readers': outlet('reader', 'who has read a text, by name', 'none', 'read'),
  'POST /api/publications/:id/reminders': outlet('reader', 'how many were reminded', 'none', 'read'),
  'POST /api/change-requests': outlet('reader', 'the number of the request', 'none', 'propose', 'update'),
  'GET /api/change-requests/:id/changes': outlet('reader', 'values now and as proposed', 'veiled', 'read'),
  'POST /api/change-requests/:id/decision': outlet('reader', 'nothing', 'none', 'decide'),
  'POST /api/change-requests/samples': outlet('reader', 'ids of requests', 'none', 'list'),
  'POST /api/change-requests/decisions': outlet('reader', 'number of the job', 'none', 'decide', 'job'),
  'POST /api/change-requests/:id/questions': outlet('reader', 'nothing', 'none', 'confer'),
  'POST /api/change-requests/:id/answers': outlet('reader', 'nothing', 'none', 'confer'),
  'POST /api/change-requests/:id/delegation': outlet('reader', 'nothing', 'none', 'confer'),
  'POST /api/change-requests/:id/withdrawal': outlet('reader', 'nothing', 'none', 'withdraw'),
  'POST /api/change-requests/:id/renewal': outlet('reader', 'the number of the new request', 'none', 'withdraw'),
  'POST /api/lists': outlet('reader', 'records of several lists', 'veiled', 'list', 'search'),
  'GET /api/:object': outlet('reader', 'records', 'veiled', 'list', 'search'),
  'POST /api/:object': outlet('reader', 'the new record', 'veiled', 'create'),
  'GET /api/:object/groups': outlet('reader', 'counts and sums', 'veiled', 'group'),
  'POST /api/:object/bulk-changes': outlet('reader', 'how many, and ids', 'none', 'update'),
  'POST /api/:object/bulk-deletions': outlet('reader', 'how many, and ids', 'none', 'delete'),
  'GET /api/:object/:id': outlet('reader', 'a record', 'veiled', 'read'),
  'PATCH /api/:object/:id': outlet('reader', 'the changed record', 'veiled', 'update'),
  'DELETE /api/:object/:id': outlet('reader', 'nothing', 'none', 'delete'),
  'POST /api/:object/:id/restoration': outlet('reader', 'the restored record', 'veiled', 'restore'),
  'POST /api/:object/:id/reveals': outlet('reader', 'one value', 'revealed', 'reveal'),
  'POST /api/:object/:id/verifications': outlet('reader', 'the verified record', 'veiled', 'verify'),
  'GET /api/:object/:id/history': outlet('reader', 'changes of fields', 'veiled', 'history'),
  'POST /api/:object/:id/history/:change/restoration': outlet('reader', 'the changed record', 'veiled', 'update'),
  'GET /api/:object/:id/timeline': outlet('reader', 'what happened on a file', 'veiled', 'timeline'),
  'GET /api/:object/:id/access': outlet('reader', 'who sees it', 'none', 'explain'),
  'GET /api/files/:id': outlet('reader', 'content of a file on a record, or of the own upload', 'veiled', 'download'),
  'GET /api/events': outlet('reader', 'which records changed or are open elsewhere, by id', 'none'),
  'POST /api/presence': outlet('reader', 'which colleagues have a record open', 'none'),

  'GET /api/role-catalogue': outlet('officer', 'roles, and what they may speak of', 'none', 'explain'),
  'POST /api/number-previews': outlet('officer', 'the next numbers by a rule', 'none', 'count'),
  'POST /api/class-previews': outlet('officer', 'how many files a rule would class anew', 'none', 'count'),
  'POST /api/requirement-previews': outlet('officer', 'how many files a rule would change', 'none', 'count'),
  'GET /api/modules': outlet('officer', 'which modules there are', 'none', 'list'),
  'POST /api/module-previews': outlet('officer', 'how many records a switch would hide', 'none', 'count'),
  'POST /api/approval-previews': outlet(
    'officer',
    'how many records and changes a rule would concern',
    'none',
    'count',
  ),
  'POST /api/grading-previews': outlet('officer', 'how many records and changes a rule would concern', 'none', 'count'),
  'POST /api/users/:id/invitation': outlet('officer', 'nothing', 'none', 'configure'),
  'GET /api/sso-identity': outlet('person', 'since when one is bound to the sign-on service', 'none'),
  'DELETE /api/sso-identity': outlet('person', 'nothing', 'none', 'configure'),
  'DELETE /api/users/:id/sso-identity': outlet('officer', 'nothing', 'none', 'configure'),
  'GET /api/sso-settings': outlet('officer', 'how the house signs on, without its secret', 'none', 'read'),
  'PATCH /api/sso-settings': outlet('officer', 'how the house signs on, without its secret', 'none', 'configure'),
  'GET /api/mail-settings': outlet('officer', 'how mail leaves, without the password', 'none'),
  'PATCH /api/mail-settings': outlet('officer', 'how mail leaves, without the password', 'none', 'configure'),
  'POST /api/mail-settings/test-mails': outlet('officer', 'nothing', 'none', 'configure'),
  'GET /api/mails': outlet('officer', 'mails of late, by person and state', 'none', 'list'),
  'POST /api/emergency-accesses': outlet('person', 'the access, and the number of the file', 'none', 'emergency'),
  'DELETE /api/emergency-accesses/:id': outlet('person', 'nothing', 'none', 'update'),
  'POST /api/emergency-accesses/:id/review': outlet('reader', 'nothing', 'none', 'update'),
  'POST /api/review-plans/:id/rounds': outlet('reader', 'the number of the round', 'none', 'create', 'job'),
  'GET /api/review-rounds/:id/progress': outlet(
    'reader',
    'counts of a round, by the name of who reviews',
    'none',
    'read',
  ),
  'GET /api/review-rounds/:id/report': outlet(
    'reader',
    'counts of a round, by the name of who reviews',
    'none',
    'read',
  ),
  'POST /api/review-rounds/:id/assignments': outlet('reader', 'how much was handed over', 'none', 'update'),
  'POST /api/review-rounds/:id/closing': outlet('reader', 'nothing', 'none', 'update', 'job'),
  'POST /api/suggestions/anonymous': outlet('person', 'the code of a suggestion without a name', 'none', 'create'),
  'POST /api/suggestions/status': outlet('person', 'what became of a suggestion, to who has its code', 'none', 'list'),
  'GET /api/customers/:id/confirmation-offer': outlet('reader', 'names of fields', 'none', 'read'),
  'POST /api/customers/:id/confirmations': outlet('reader', 'a new link and its code, once', 'none', 'create', 'send'),
  'POST /api/confirmation-links/:id/withdrawal': outlet('reader', 'nothing', 'none', 'update'),
  'POST /api/confirmations/openings': outlet('linked', 'chosen fields of their own file', 'veiled', 'confirm'),
  'POST /api/confirmations/answers': outlet('linked', 'nothing', 'none', 'confirm', 'verify', 'propose'),
  'POST /api/review-items/:id/review': outlet('reader', 'nothing', 'none', 'update'),
  'GET /api/second-entries/:id/form': outlet(
    'reader',
    'a number, a title and names of scans',
    'veiled',
    'read',
    'list',
  ),
  'GET /api/second-entries/:id/evidence/:file': outlet('reader', 'a scan to key from', 'veiled', 'download'),
  'POST /api/second-entries/:id/keying': outlet('reader', 'whether two values agree', 'none', 'update'),
  'GET /api/report-weeks': outlet('reader', 'names of people, and whether a report is there', 'none', 'group'),
  'GET /api/indicators': outlet('reader', 'counts, and names of people', 'none', 'group'),
  'GET /api/emergency-settings': outlet('officer', 'whether emergency access is allowed', 'none'),
  'PATCH /api/emergency-settings': outlet('officer', 'whether emergency access is allowed', 'none', 'configure'),
  'GET /api/users/:id/reach': outlet('officer', 'rights and counts', 'none', 'explain'),
  'POST /api/users/:id/password': outlet('officer', 'nothing', 'none', 'configure'),
  'DELETE /api/users/:id/second-factor': outlet('officer', 'nothing', 'none', 'configure'),
  'GET /api/sign-in-settings': outlet('officer', 'how people sign in', 'none'),
  'PATCH /api/sign-in-settings': outlet('officer', 'how people sign in', 'none', 'configure'),
  'GET /api/audit-events': outlet('officer', 'lines of the trail, which hold no values', 'none', 'read'),
  'GET /api/audit-summaries': outlet('officer', 'sums of the trail', 'none', 'read'),
  'GET /api/audit-seal': outlet('officer', 'how far the trail is sealed', 'none'),
  'PATCH /api/audit-retention': outlet('officer', 'how long it is kept', 'none', 'configure'),
  'POST /api/audit-exports': outlet('officer', 'lines of the trail with proofs', 'none', 'export'),
  'GET /api/keys': outlet('officer', 'ages and counts of keys', 'none', 'read'),
  'POST /api/keys/rotations': outlet('officer', 'the number of the work', 'none', 'rotate', 'job'),
  'POST /api/keys/index-rotations': outlet('officer', 'the number of the work', 'none', 'rotate', 'job'),
  'POST /api/keys/master-rotations': outlet('officer', 'the fingerprint of the new master key', 'none', 'rotate'),
  'POST /api/keys/recovery-sheets': outlet('officer', 'halves of the master key, once', 'none', 'reveal'),
  'POST /api/keys/recovery-sheets/confirmation': outlet('officer', 'nothing', 'none', 'configure'),
  'POST /api/customers/:id/key-destruction': outlet('officer', 'how many keys', 'none', 'destroy'),
}

/** What is not under /api is the same for everybody: the pages as they were built. */
const pages = outlet('anybody', 'the pages, without data', 'none')

/** Ways out that are no answer of the server. */
export const otherOutlets: Readonly<Record<string, Outlet>> = {
  'refusal of a request': outlet('person', 'a code and a sentence; of input only what was sent', 'veiled', 'refuse'),
  'log of the server': outlet('operator', 'unexpected errors and their places', 'none'),
  'error of a job': outlet('person', 'a code', 'none', 'job'),
  mail: outlet('person', 'a link to the house, names of colleagues and numbers', 'none', 'send'),
  'mail to a customer': outlet('linked', 'a link on which they confirm their own data', 'none', 'send'),
  'log of the database': outlet('operator', 'statements without their values', 'none'),
  'data folder': outlet('operator', 'the database and stored contents', 'sealed'),
  'dossier backup': outlet('operator', 'the house without its keys, to age recipients', 'sealed'),
  'dossier export-audit': outlet('operator', 'lines of the trail, which hold no values', 'none', 'export'),
  'dossier prove-audit': outlet('operator', 'lines of the trail with proofs', 'none', 'prove'),
  'dossier keys': outlet('operator', 'ages of keys; halves of the master key, once', 'none'),
  'dossier doctor': outlet('operator', 'states', 'none'),
  'checkpoints and witness': outlet('operator', 'sizes and hashes of the trail', 'none'),
  'storage of the browser': outlet('person', 'language, looks and widths of columns', 'none'),
}

/** What a registered route lets out; throws for one that nobody has declared, so that a server with it does not start. */
export function outletOf(method: string, url: string): Outlet {
  if (!url.startsWith('/api')) return pages
  // HEAD answers what GET would, without the body.
  const name = `${method === 'HEAD' ? 'GET' : method} ${url}`
  const declared = routeOutlets[name]
  if (!declared) throw new Error(`${name} is not among the outlets: declare in src/server/outlets.ts what leaves by it`)
  return declared
}
