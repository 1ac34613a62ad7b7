import { mutantsOf } from './mutant.ts'

const places = ['test/crypto/places.test.ts', 'src/kernel/crypto/ring.test.ts']
const tampering = ['test/audit/tampering.test.ts']
const reading = ['test/audit/reading.test.ts']
const recovery = ['test/crypto/recovery.test.ts']
const indexRotation = ['test/crypto/index-rotation.test.ts']
const destruction = ['test/crypto/destruction.test.ts']
const rows = ['test/record/row-proofs.test.ts']
const moved = ['test/crypto/moved-records.test.ts']
const place = (code: string): string => `\${${code}}`

const fresh = '  requireFreshProof(ctx)\n'

export const trailMutants = [
  ...mutantsOf(
    'audit/audit-writer.ts',
    ['test/audit/no-trail-no-data.test.ts'],
    [
      [
        "for (const { failed } of batch) failed(new AppError(503, 'audit.unavailable', { cause: error }))",
        'for (const { done } of batch) done()',
      ],
      ['        for (const { done } of batch) done()\n      } catch', '      } catch'],
    ],
  ),
  ...mutantsOf('audit/read-trail.ts', reading, [
    ["  requireDuty(ctx, 'trail')\n", ''],
    ['  await noteReading(ctx, query)\n', ''],
    ["reason: reason && 'text'", 'reason'],
  ]),
  ...mutantsOf('audit/summarise-trail.ts', ['test/matrix/operations.test.ts'], [["  requireDuty(ctx, 'trail')\n", '']]),
  ...mutantsOf('audit/export-trail.ts', ['test/audit/proofs.test.ts'], [[fresh, '']]),
  ...mutantsOf('audit/retention.ts', ['test/audit/retention.test.ts'], [[fresh, '']]),
  ...mutantsOf(
    'audit/chain-signers.ts',
    ['test/audit/trail-keys.test.ts'],
    [
      ['    const inForce = this.keys.filter(({ id }) => id === before.key)\n', '    const inForce = this.keys\n'],
      [
        "      this.findings.add({ code: 'key.unsigned', epoch, seal: no, detail: { before: before.key, key } })\n",
        '      return\n',
      ],
      ['key.id === seal.key && ', ''],
    ],
  ),
  ...mutantsOf('audit/check-proof.ts', ['test/audit/trail-keys.test.ts'], [['key.id === facts[13] && ', '']]),
  ...mutantsOf(
    'audit/succession.ts',
    ['test/audit/trail-keys.test.ts'],
    [["    if (!trusted.get(by)?.verifies(textOf([by, raw, at]), Buffer.from(signature, 'base64'))) continue\n", '']],
  ),
  ...mutantsOf('audit/verify-rows.ts', tampering, [
    ["      findings.add({ code: 'row.unplaced', epoch: row.value.epoch, seal: seal.no, row: row.value.id })\n", ''],
    ['  if (!treeRoot(leaves).equals(seal.root)) {', '  if (leaves.length < 0) {', ['test/audit/retention.test.ts']],
    [
      "  for (const index of gone.slice(strange.length))\n    findings.add({ code: 'row.missing', ...place, detail: { index: index + 1, of: seal.n } })\n",
      '',
    ],
    ['  if (treeRoot(rows.map(({ leaf }) => leaf)).equals(seal.root)) {', '  if (rows.length === seal.n) {'],
  ]),
]

export const keyMutants = [
  ...mutantsOf('crypto/ring.ts', places, [
    [`${place('house')}\\0${place('object')}`, place('object')],
    [`\\0${place('object')}\\0${place('record')}`, `\\0${place('record')}`],
    [`\\0${place('record')}\\0${place('field')}`, `\\0${place('field')}`],
    [`\\0${place('field')}\\0${place('level')}`, `\\0${place('level')}`],
    [`\\0${place('level')}\\0${place('copy')}`, `\\0${place('copy')}`],
    [`\\0${place('copy')}\\0`, '\\0'],
    ['if (plain && !isSealed(bytes))', 'if (!isSealed(bytes))'],
    [
      '      if (!found) throw new NotSealedHere()\n      // The key',
      '      if (!found) return null\n      // The key',
    ],
  ]),
  ...mutantsOf('crypto/cipher.ts', places, [
    [' || bytes[0] !== version', ''],
    [' || bytes[1] !== aes256Gcm', ''],
    ["return text + decipher.final('utf8')", 'return text'],
  ]),
  ...mutantsOf(
    'crypto/wrap-key.ts',
    ['test/crypto/places.test.ts', 'test/crypto/key-file.test.ts', 'test/crypto/rotation.test.ts'],
    [['    decipher.final()\n', '']],
  ),
  ...mutantsOf(
    'crypto/key-file.ts',
    ['test/crypto/key-file.test.ts'],
    [
      ['if (facts.mode & othersMayRead)', 'if (facts.size < 0)'],
      ["open(temporary, 'wx', 0o600)", "open(temporary, 'wx', 0o644)"],
    ],
  ),
  ...mutantsOf(
    'crypto/recovery-sheet.ts',
    ['test/crypto/recovery.test.ts'],
    [
      ['checkOf(number, body) !== letters.slice(-checkLetters) || ', ''],
      ['if (first?.number !== 1 || second?.number !== 2)', 'if (!first || !second)'],
    ],
  ),
  ...mutantsOf('crypto/shred.ts', destruction, [
    [
      `  await db.rows(sql\`delete from lookup where owner_id = any(${place('ids')}::uuid[]) or record_id = any(${place('ids')}::uuid[])\`)\n`,
      '',
    ],
    ['do update set wrapped = null, destroyed_at', 'do update set destroyed_at'],
    ["      await shredOwners(connection, open, { actor: null, reason: 'replayed after a restore' })\n", ''],
  ]),
  ...mutantsOf('record/lookups.ts', indexRotation, [[` where ${place('whileInUse(key)')}`, '']]),
  ...mutantsOf(
    'access/search-quota.ts',
    ['test/oracle/search-misses.test.ts'],
    [['  if (!written) return false\n', '  if (written) return false\n']],
  ),
  ...mutantsOf('crypto/index-keys.ts', indexRotation, [
    ['    lacking = keys.length < rows.length\n', ''],
    ['    await ctx.kernel.keys.index.refresh()\n', ''],
  ]),
  ...mutantsOf('crypto/hash-anew.ts', indexRotation, [['rows.filter(([, destroyed]) => !destroyed)', 'rows']]),
  ...mutantsOf('crypto/rotate-index.ts', indexRotation, [
    [`  await ctx.db.rows(sql\`select pg_advisory_xact_lock(${place('locks.indexKey')})\`)\n`, ''],
    [
      '  await ctx.db.rows(sql`delete from lookup where index_key in (select id from index_key where retired_at is not null)`)\n',
      '',
    ],
    ['  await ctx.db.rows(sql`update sealed_search set text = uuid_send(gen_random_uuid())`)\n', ''],
    ["  requireDuty(ctx, 'keys')\n", ''],
    [fresh, ''],
  ]),
  ...mutantsOf('crypto/keep-sheets.ts', indexRotation, [
    ["    if (now.index.length > 1) throw new AppError(409, 'keys.index_renewing')\n", ''],
    ["    if (!now.sheetShownAt) throw new AppError(409, 'keys.sheet_not_shown')\n", '', recovery],
    [
      `export async function confirmSheets(ctx: Context): Promise<void> {\n  requireDuty(ctx, 'keys')\n${fresh}`,
      `export async function confirmSheets(ctx: Context): Promise<void> {\n  requireDuty(ctx, 'keys')\n`,
      recovery,
    ],
    [
      `export async function confirmSheets(ctx: Context): Promise<void> {\n  requireDuty(ctx, 'keys')\n`,
      'export async function confirmSheets(ctx: Context): Promise<void> {\n',
      recovery,
    ],
  ]),
  ...mutantsOf('crypto/first-keys.ts', indexRotation, [['    throw lacksIndexKey(path)\n', '    return read\n']]),
  ...mutantsOf('record/destroy-keys.ts', destruction, [
    ["  requireDuty(ctx, 'keys')\n", ''],
    [` union all select file from import where id in (select import_id ${place('on')})`, '', moved],
  ]),
  ...mutantsOf('record/move-copies.ts', moved, [
    ['  await beyondSight(ctx, () => moveProposals(ctx, type, { ids, to }))\n', ''],
    ['  await forgetMoved(ctx, type, { imported: records.flatMap(({ imported }) => imported ?? []), from })\n', ''],
  ]),
  ...mutantsOf('proposal/proposal.ts', moved, [['if (!hashOf(text).equals(row.hash))', 'if (!text)']]),
  ...mutantsOf('integrity/row-proof.ts', rows, [
    ["unlessForeign(() => ring.open(proof, placeOf(type, said)) === '')", 'true'],
    ['JSON.stringify([deleted, guard, ordered(filled)])', 'JSON.stringify([deleted, ordered(filled)])'],
    ['JSON.stringify([deleted, guard, ordered(filled)])', 'JSON.stringify([guard, ordered(filled)])'],
    ['object: type.name, record: id,', "object: type.name, record: '',"],
  ]),
  ...mutantsOf('integrity/under-proof.ts', rows, [['proven || (fromBefore && !proof)', 'true']]),
  ...mutantsOf('integrity/strays.ts', rows, [['rows.filter(([, same]) => same !== true)', 'rows.filter(() => false)']]),
  ...mutantsOf('integrity/check-job.ts', rows, [
    ["      ...apart.map((id) => named(id, 'holder')),\n", ''],
    ['  await insertAuditRows(ctx.db, [...alarms, sum])\n', '  await insertAuditRows(ctx.db, [sum])\n'],
  ]),
]
