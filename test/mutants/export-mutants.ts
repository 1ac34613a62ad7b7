import type { Mutant } from './mutant.ts'

const signing = ['test/transfer/exports.test.ts', 'test/transfer/export-signing.test.ts']
const outside = ['test/transfer/exports-outside.test.ts']

function of(
  file: string,
  tests: readonly string[],
  changes: readonly (readonly [from: string, to: string])[],
): Mutant[] {
  return changes.map(([from, to]) => ({ file: `src/modules/exports/${file}`, from, to, tests }))
}

/** Who signs an export, what is in it, who fetches it, and what the register of disclosures says of it. */
export const exportMutants = [
  ...of('approval.ts', signing, [
    ['if (level < 2 && rows', 'if (rows'],
    ['rows <= exportBound && ', ''],
    [' && rows + (await rowsOfLate(ctx, requester)) <= cumulative.most', ''],
    ['if (level > 2) return orAlone', 'if (level > 9) return orAlone'],
    ['isHolder && !ctx.kernel.settings.threeOfficers', 'isHolder'],
    ['if (!others.length && isHolder', 'if (!others.length'],
    ['if (holder.unit && above.includes(holder.unit)) continue', 'if (holder.unit) continue'],
  ]),
  ...of('columns.ts', signing, [
    ['all.filter(({ field }) => field.level < 3)', 'all'],
    [" && fieldAccess(ctx, type, bound) !== 'hidden'", ''],
    ['return sealed ? Math.max(field.level, 2) : field.level', 'return field.level'],
  ]),
  ...of('prepare-export.ts', signing, [
    ['if (ctx.approver) requireFreshProof(ctx.with({ actor: ctx.approver }))', 'if (ctx.approver) void 0'],
    ['else if (highest > 2) requireFreshProof(ctx)', ''],
    ['Math.min(rows, signed?.rows ?? rows)', 'rows'],
    ['Math.min(highest, signed?.level ?? highest)', 'highest'],
    ["  if (ruling(ctx, type, 'export') === false) throw new AppError(403, 'access.forbidden')\n", ''],
  ]),
  ...of('prepare-export.ts', outside, [['if (values.recipient) checkDisclosure', 'if (!type) checkDisclosure']]),
  ...of('export-job.ts', signing, [
    ['ctx.with({ actor: { ...ctx.actor, clearance: lower(ctx.actor.clearance, facts.level) } })', 'ctx'],
    ['Math.min(pageRows, facts.rows - place.done - rows.length)', 'pageRows'],
    ['    exportedType(ctx, facts.object)\n', ''],
  ]),
  ...of('export-job.ts', outside, [
    ["facts.state === 'fetched' ? [] : [id, ...namesIds(id, facts.rows)]", "facts.state === 'fetched' ? [] : [id]"],
    ["facts.state === 'fetched' ? [] : [id, ...", "facts.state === 'failed' ? [] : [id, ..."],
  ]),
  ...of('fetch.ts', signing, [
    ["  if (facts.requester !== ctx.actor.id) throw new AppError(404, 'request.not_found')\n", ''],
    ['    refuseEnded(facts, ctx.now())\n', ''],
    ['    if (facts.purpose !== null) purposeNamed(', '    if (!tx) purposeNamed('],
  ]),
  ...of('fetch.ts', outside, [['if (facts.recipient !== null) await', 'if (!type) await']]),
  ...of('disclose-job.ts', outside, [
    ['!known.includes(line) && ', ''],
    ['ctx.with({ actor: systemActor, purpose: null })', 'ctx'],
    ['dropMade(ctx, namesIds(id,', 'void namesIds(id,'],
  ]),
]
