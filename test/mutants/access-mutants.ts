import { type Mutant, mutantsOf } from './mutant.ts'

const veil = ['test/record/veil.test.ts']
const fields = ['test/matrix/fields.test.ts']
const questions = ['test/matrix/questions.test.ts']
const predicate = ['test/matrix/predicate.test.ts']
const databaseRights = ['test/matrix/database-rights.test.ts']
const matrix = ['test/matrix/matrix.test.ts']
const clearance = ['test/record/clearance.test.ts']
const team = ['test/record/team.test.ts']
const custody = ['test/record/custody.test.ts']
const levels = ['test/record/levels.test.ts']
const proposals = ['test/record/proposals.test.ts']
const signing = ['test/record/signing.test.ts']
const imports = ['test/transfer/import-proposals.test.ts']
const switches = ['test/api/modules.test.ts']
const requests = ['test/api/request-guards.test.ts']
const consents = ['test/api/consents.test.ts']
const blindKeying = ['src/modules/double-entry/double-entry.test.ts']
const heldKeying = ['src/modules/double-entry/held.test.ts']
const purposes = ['test/api/purposes.test.ts']
const keys = ['test/api/api-keys.test.ts']
const standing = ['src/kernel/access/standing.test.ts']
const reports = ['test/audit/reports.test.ts']
const reading = ['test/api/read-quota.test.ts']
const exports = ['test/transfer/exports.test.ts']
const differences = ['test/oracle/differences.test.ts']
const prints = ['test/record/prints.test.ts']
const pictures = ['src/modules/dashboards/dashboards.test.ts']
const misses = ['test/oracle/search-misses.test.ts']

/** What is written here as SQL stands in the product as the same text, places included. */
const place = (code: string): string => `\${${code}}`

const word = (from: string, to: string): Mutant => ({
  file: 'src/server/sign-in/sso-proof.ts',
  from,
  to,
  tests: ['test/api/sso-proof.test.ts'],
})

const forATime = (changes: readonly (readonly [from: string, to: string])[]): Mutant[] =>
  changes.map(([from, to]) => ({ file: 'src/modules/access/clearance-for-a-time.ts', from, to, tests: clearance }))

export const accessMutants = [
  ...mutantsOf('access/field-access.ts', veil, [
    ["return rule === 'hidden' || !masked ? rule : 'masked'", 'return rule'],
    ['  if (stored && !rollup) return []\n', '  if (field) return []\n', differences],
    ["'sum' in rollup", "'total' in rollup", differences],
    ['field === undefined ? type : ctx.kernel', 'type ? type : ctx.kernel', differences],
    ["return ctx.systemReason !== null || ctx.actor.fieldRule(type, bound.name) !== 'read'", 'return true'],
    ["return access === 'masked' || access === 'hidden'", "return access === 'hidden'", fields],
    ["return access === 'masked' ? bound.kind.mask(value) : value", 'return value'],
    ['for (const { name } of hidden) if (name in shown) shown[name] = null', '', fields],
  ]),
  ...mutantsOf('record/trail.ts', requests, [['  if (definition?.principal) followOnce(ctx, feed.catchUp)\n', '']]),
  ...mutantsOf('access/scope.ts', matrix, [
    ['  if (type.off) return false\n', '', switches],
    ['    ...aboutSeen(ctx, type),\n', '', requests],
    ['  if (!type.guarded) return []\n', '  if (type) return []\n', predicate],
    [
      'clearance === highestLevel ? further : [...further, cleared(ctx, type)]',
      'clearance === highestLevel ? further : further',
      predicate,
    ],
    ['?.includes(everything) ? []', '?.length ? []', predicate],
    [
      'if (!ctx.actor.reach(type, operation) || !isOffered(type, operation)) return false',
      'if (!isOffered(type, operation)) return false',
    ],
    ["operation === 'update' || operation === 'delete' ? 'acl_write' : 'acl_read'", "'acl_read'", team],
    ['return limit ? (limit(ctx.actor) as boolean | Filter) : true', 'return true'],
    ["  if (rule === false) throw new AppError(403, 'access.forbidden')\n", ''],
    ['    ...consented(ctx, type),\n', '', consents],
    ['    ...notBlind(ctx, type),\n', '', blindKeying],
    ['    ...notBlindAbout(ctx, type, type.table),\n', '', heldKeying],
  ]),
  ...mutantsOf('access/actor.ts', databaseRights, [
    ['keys.includes(everything) && clearance === highestLevel', 'clearance === highestLevel'],
    ['keys.includes(everything) && clearance === highestLevel', 'keys.includes(everything)'],
  ]),
  ...mutantsOf('access/purpose.ts', purposes, [
    ["actor.purposes === 'all' || actor.purposes.includes(code)", 'true'],
    ['usual && !usual.byConsent ?', 'usual ?'],
    ['  if (bound) return boundTo(kernel, actor, { named, bound })\n', '', keys],
    ['named === undefined || named === purpose.code', 'purpose.code', keys],
    [
      "  if (!purpose) throw new AppError(403, 'access.key_purpose_gone')\n",
      '  if (!purpose) return named ?? ""\n',
      keys,
    ],
  ]),
  ...mutantsOf('transfer/imports.ts', ['test/api/definitions.test.ts'], [['  refuseBeyondConsent(ctx, type)\n', '']]),
  ...mutantsOf('access/consent.ts', consents, [
    ['?.byConsent ?? true', '?.byConsent ?? false'],
    ['type.guarded && needsConsent(ctx) &&', '!type && needsConsent(ctx) &&'],
    [`    sql\`${place("name('given', kept.parent.column)")} = ${place('file')}\`,\n`, ''],
    [`    sql\`${place('column(fields.purpose)')} = ${place('purpose.id')}::uuid\`,\n`, ''],
    ['    sql`given.deleted_at is null`,\n', ''],
    [`    sql\`${place('column(fields.withdrawn)')} is null\`,\n`, ''],
    [`    sql\`${place('column(fields.from)')} <= ${place('ctx.now()')}\`,\n`, ''],
    [`    sql\`(${place('until')} is null or ${place('until')} > ${place('ctx.now()')})\`,\n`, ''],
    [`[sql\`${place('column(fields.notice)')} >= ${place('purpose.notice.oldest')}\`]`, '[]'],
  ]),
  ...mutantsOf('access/standing.ts', standing, [
    ['return named.some(({ deny }) => deny) ? [] : named', 'return named.filter(({ deny }) => !deny)'],
    [
      'clearance: lower(highest(roles.map(({ clearance }) => clearance)), cap)',
      'clearance: highest(roles.map(({ clearance }) => clearance))',
    ],
    ['plain: lower(highest(roles.map(({ plain }) => plain)), cap)', 'plain: highest(roles.map(({ plain }) => plain))'],
    ["['hidden', 'masked', 'read', 'edit']", "['edit', 'read', 'masked', 'hidden']"],
  ]),
  ...mutantsOf('access/reveal.ts', veil, [
    ['    if (bound.field.level > ctx.actor.clearance) await refuse(tx, type, id, field)\n', ''],
    ['    if (bound.field.level === 3) requireFreshProof(ctx)\n', ''],
    ['  await takeTurn(ctx.db, ', '  String('],
    ['    if (made >= most)', '    if (made < 0)'],
    ['  if ((await revealed(ctx, by, 1)).made >= perHourUnproven) requireFreshProof(ctx)\n', ''],
    ['made + 1 === most || ', ''],
    ["loadAs(tx, type, id, 'reveal')", "loadAs(tx, type, id, 'read')", ['test/matrix/records-by-http.test.ts']],
  ]),
  ...mutantsOf('access/read-quota.ts', reading, [
    ['known.turn = turn.catch(() => undefined)', 'void turn.catch(() => undefined)'],
    ['  if (refused) throw refusal(refused)\n', ''],
    ['    await takeTurn(tx.db, ', '    String('],
    ['if (beyond) await alarmOnce(tx, type, { by, ...beyond })\n    else', 'if (!beyond)'],
    ['  if (!told.length) return\n', ''],
    [`values (${place('by')}::uuid, ${place('minutes')}, now()`, `values (${place('by')}::uuid, 0, now()`],
    ['read > most)', 'read > most + 1)'],
    ['    else await note(tx.db, by, added)\n', ''],
    ['Math.floor(left / takenPart))', 'left + 1)'],
    ["channel === 'page' || channel === 'api'", "channel === 'page'"],
  ]),
  ...mutantsOf('record/list.ts', reading, [['  await countReads(ctx, type, files)\n', '']]),
  ...mutantsOf('record/get.ts', reading, [['  await countReads(ctx, type, [owner])\n', '']]),
  ...mutantsOf('access/search-quota.ts', misses, [
    ['  await takeTurn(ctx.db, ', '  String('],
    ['  if (!known) refuseBeyond(before)\n', ''],
    ['  if (!known && missed && isLast(before)) await alarm(ctx, type)\n', ''],
    ['(missed || !missesOnly)', '(missed || missesOnly)'],
    ['age < hours * 3600 && ', ''],
  ]),
  ...mutantsOf('query/search.ts', misses, [
    ["      if (access === 'hidden') return []\n", '', veil],
    ["      if (bound.kind.searchText && access === 'masked') return []\n", ''],
    ["    scope(ctx, type, 'read'),\n", '', predicate],
  ]),
  ...mutantsOf('query/sort.ts', fields, [
    [
      " || isVeiled(ctx, type, bound)) {\n    throw new AppError(400, 'field.not_sortable'",
      ") {\n    throw new AppError(400, 'field.not_sortable'",
    ],
  ]),
  ...mutantsOf('record/list.ts', exports, [
    ["    ...(exported === undefined ? [] : [scope(ctx, type, 'export')]),\n", ''],
    ["action: query.exported ? 'export' : query", 'action: query'],
  ]),
  ...mutantsOf('record/list.ts', prints, [
    ["    ...(printed === undefined ? [] : [scope(ctx, type, 'print')]),\n", ''],
    ["query.printed ? 'print' : query.search", 'query.search'],
  ]),
  ...mutantsOf('files/made-content.ts', exports, [
    ['await ctx.db.rows(sql`delete from file where id', 'await ctx.db.rows(sql`select 1 from file where id'],
    [' and record is null and uploaded_by is null for update`', ' for update`'],
  ]),
  ...mutantsOf('query/group-key.ts', fields, [
    ['!bound.kind.groupable || isVeiled(ctx, type, bound)', '!bound.kind.groupable'],
    ['!bound.kind.calendar || isVeiled(ctx, type, bound)', '!bound.kind.calendar', questions],
  ]),
  ...mutantsOf('record/groups.ts', fields, [
    ['!isSummable(bound) || isVeiled(ctx, type, bound)', '!isSummable(bound)'],
  ]),
  ...mutantsOf('record/groups.ts', pictures, [['const act = query.printed\n', 'const act = query.search\n']]),
  ...mutantsOf('query/incomplete-test.ts', differences, [
    ["isSeen(String(name)) ? name : ''", 'name'],
    ['if (seen.length === all.length) return', 'if (all.length) return'],
  ]),
  ...mutantsOf('query/parse-filter.ts', fields, [
    ["  if (access === 'hidden') throw unknownField(bound.name)\n", ''],
    ["return access === 'masked' ? operatorsOf(bound)", "return access === 'hidden' ? operatorsOf(bound)", veil],
  ]),
  ...mutantsOf(
    'record/references.ts',
    ['test/matrix/operations.test.ts'],
    [['  if (!ids.length || rule === false ||', '  if (!ids.length ||']],
  ),
  ...mutantsOf('record/refuse-change.ts', veil, [
    ['undone ? shown(change.field, patch[change.field])', 'undone ? patch[change.field]'],
    ['const changes = all.filter(({ field }) => !isHiddenNamed(ctx, type, field))', 'const changes = all'],
  ]),
  ...mutantsOf(
    'record/feed.ts',
    ['src/kernel/record/feed.test.ts'],
    [
      ['  if (event.level !== null && event.level > reader.clearance) return false\n', ''],
      ['event.acl.some((key) => reader.keys.includes(key))', 'event.acl.length > 0'],
    ],
  ),
  ...mutantsOf(
    'access/present.ts',
    ['test/api/presence.test.ts'],
    [
      ['  await ctx.reading((tx) => load(tx, type, id))\n  const present', '  const present'],
      ['await readersAmong(ctx, type, { id, people })', 'people'],
      ['      () => false,\n', '      () => true,\n'],
    ],
  ),
  ...mutantsOf(
    'access/sessions.ts',
    ['test/api/sessions.test.ts'],
    [
      [` and session.seen_at > now() - make_interval(mins => ${place('idleMinutes')})`, ''],
      ['session.expires_at > now() and ', ''],
    ],
  ),
  ...mutantsOf(
    'access/api-keys.ts',
    ['test/api/api-keys.test.ts'],
    [[` = ${place('hashToken(token)')} and expires_at > now()\``, ` = ${place('hashToken(token)')}\``]],
  ),
  ...mutantsOf('access/people.ts', reports, [
    ['return standing?.duties.includes(duty) ? person : undefined', 'return person'],
  ]),
  ...mutantsOf('access/principals.ts', team, [
    ['<= now(), true) and', '<= now() or true, true) and'],
    ['> now(), true)`', '> now() or true, true)`'],
  ]),
  ...mutantsOf('access/custody.ts', team, [
    [
      `deleted_at is null and ${place('needed')} && ${place("keysLiteral(ctx, type, 'create')")}::int[]\``,
      'deleted_at is null`',
    ],
    ["type.definition.principal?.kind === 'share' ? sql`acl_write` : work", 'work'],
    ['  await passToProposals(ctx, type, id)\n', '', requests],
    ["write: withShares(['all'])", "write: withShares(['work', 'all'])"],
    ['return guard.write.some((key) => keys.includes(key))', 'return true', custody],
  ]),
  ...mutantsOf('proposal/pass-guard.ts', requests, [
    ['if (target !== type)\n      await pass(', 'if (asking.length > 9)\n      await pass('],
  ]),
  ...mutantsOf('proposal/signing.ts', signing, [
    ["if (proposer === actor.id) return 'proposal.own'", '', proposals],
    ["if (signing.except.includes(actor.id)) return 'access.own_rights'", ''],
    ['return duties.length ? duties.some((duty) => held.includes(duty)) : people !== null', 'return true'],
    ["if (asked && asked !== 'alone') demands", 'if (asked === undefined) demands'],
    ['!out.includes(person.id)', 'true'],
    ['if (await system.reading((tx) => isSeenBy(tx, reader, type, id))) signers', 'signers'],
  ]),
  ...mutantsOf(
    'access/attempts.ts',
    ['test/api/sign-in.test.ts'],
    [['      where known.blocked_until is null or known.blocked_until <= now()\n', '']],
  ),
  word("typeof at !== 'number' || at * 1000 < begun - clockMs", "typeof at !== 'number'"),
  word("typeof at !== 'number' || at", "typeof at === 'number' && at"),
  word('(await boundTo(kernel.db, vouched)) !== person.id', '!vouched.subject'),
  word('(await credentialOf(kernel.db, person)) || ', ''),
  word(' || (await hasSecondFactor(kernel, person))', ''),
  word('asked && !(settings.trustMfa && saysMfa(vouched))', 'asked && !settings && !saysMfa(vouched)'),
  ...mutantsOf('record/level.ts', levels, [
    ['if (!level || levelOf(type, values) <= ctx.actor.clearance) return []', 'if (ctx) return []'],
    ['|| Number(ofCase) > levelOf(type, values)) values', '|| ofCase) values'],
  ]),
  ...mutantsOf('record/update.ts', levels, [
    ['if (type.definition.level && type.definition.level in changed) errors', 'if (!type) errors'],
  ]),
  {
    file: 'src/modules/officers/approval.ts',
    from: 'if (levelIn(after) >= levelIn(before)) return null',
    to: 'if (before || after) return null',
    tests: levels,
  },
  {
    file: 'src/modules/officers/approval.ts',
    from: 'const inPerson = !ctx.systemReason && ctx.actor.token === null',
    to: 'const inPerson = true',
    tests: levels,
  },
  {
    file: 'src/kernel/proposal/propose.ts',
    from: 'if (!signers.length) throw',
    to: 'if (!id) throw',
    tests: levels,
  },
  ...forATime([
    ['if (clearance < Number(highest)) return', 'if (clearance) return'],
    ['Date.parse(until) <= Date.parse(latest(ctx))', 'ctx !== null'],
    ["['user', 'role', 'from', 'until'].every", "['role', 'from', 'until'].every"],
    ['before.clearance === highest) return', 'before.clearance) return'],
    [', { until: { gt: latest(ctx) } }', ''],
  ]),
  {
    file: 'src/modules/access/guard-roles.ts',
    from: 'before: returns ? null : before',
    to: 'before',
    tests: clearance,
  },
  ...mutantsOf('record/create.ts', imports, [
    ['const approval = brings || (later', 'const approval = lenient && !brings || (later'],
  ]),
  ...mutantsOf(
    'duplicates/equals.ts',
    ['test/transfer/import-duplicates.test.ts'],
    [
      ['const seen = await withinSight(ctx, type, ids)', 'const seen = ids'],
      ['linesOf(ctx, type, { plainly: true })', 'linesOf(ctx, type)'],
    ],
  ),
  ...mutantsOf('transfer/import-undo.ts', imports, [
    ['const withdrawn = await withdrawImported(ctx, id, batchSize)', 'const withdrawn = 0'],
  ]),
]
