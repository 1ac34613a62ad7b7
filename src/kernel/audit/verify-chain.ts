import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { ChainSigners } from './chain-signers.ts'
import { type Checkpoint, originOf, signedBy } from './checkpoint.ts'
import type { PublicKey } from './seal-key.ts'
import type { Findings } from './seal-report.ts'
import { endOfEpoch, type Seal, type SealFacts, sealColumns, sealHash } from './seal-row.ts'
import { type GrowingTree, grow, growingRoot, hashSize } from './seal-tree.ts'

const pageSize = 2_000

export type ChainSettings = {
  keys: readonly PublicKey[]
  checkpoints: readonly Checkpoint[]
  from?: string
  to?: string
  /** Numbers of seals that the auditor knows of: the database was set back there, or nobody vouched for the key. */
  accepted: readonly number[]
}

/** What the seals say, before any row is looked at. `start` and `end`: the seals between which rows are to be checked. */
export type Chain = { seals: number; last: Seal | undefined; start: Seal | undefined; end: Seal | undefined }

/** Walks all seals: numbers, texts, chain, windows, counts, signatures, and whether the checkpoints witnessed these very seals. */
export async function verifyChain(db: Runner, settings: ChainSettings, findings: Findings): Promise<Chain> {
  const tree: GrowingTree = { size: 0, peaks: [] }
  const signers = new ChainSigners(settings, findings)
  const witnessed = new Witnessed({ settings, signers, findings })
  const chain: Chain = { seals: 0, last: undefined, start: undefined, end: undefined }
  for (;;) {
    const seals = await db.rows<Seal>(
      sql`select ${sealColumns} from audit_seal where no > ${chain.last?.no ?? 0} order by no limit ${pageSize}`,
    )
    for (const seal of seals) {
      const hash = sealHash(seal)
      checkSeal(seal, { before: chain.last, hash, signers, settings, findings })
      if (!chain.seals) witnessed.begin(hash)
      grow(tree, hash)
      witnessed.at(tree, seal)
      chain.seals++
      chain.last = seal
      if (settings.from && seal.at < settings.from) continue
      if (settings.to && seal.at > settings.to) continue
      chain.start ??= seal
      chain.end = seal
    }
    if (seals.length < pageSize) break
  }
  witnessed.end(tree.size)
  return chain
}

function checkSeal(
  seal: Seal,
  {
    before,
    hash,
    signers,
    settings,
    findings,
  }: { before: Seal | undefined; hash: Buffer; signers: ChainSigners; settings: ChainSettings; findings: Findings },
): void {
  const place = { epoch: seal.epoch, seal: seal.no }
  const follows = before ? seal.no === before.no + 1 : seal.no === 1
  if (!follows) findings.add({ code: 'seal.missing', ...place })
  if (!hash.equals(seal.hash)) findings.add({ code: 'seal.changed', ...place })
  const inRange = !(settings.from && seal.at < settings.from) && !(settings.to && seal.at > settings.to)
  signers.follow(seal, before)
  // A signature costs ten times a hash; outside the range the chain binds the seal to one inside it.
  if (inRange && !signers.signed(seal)) findings.add({ code: 'seal.signature', ...place, detail: { key: seal.key } })
  if (!seal.prev.equals(before?.hash ?? Buffer.alloc(hashSize))) findings.add({ code: 'seal.chain', ...place })
  if (!windowFollows(seal, before)) findings.add({ code: 'seal.window', ...place })
  if (seal.size !== (before?.size ?? 0) + seal.n) findings.add({ code: 'seal.count', ...place })
  if (seal.kind === 'restore' && !settings.accepted.includes(seal.no))
    findings.add({ code: 'seal.restored', ...place, detail: { note: seal.note ?? '' } })
}

function windowFollows({ kind, epoch, x0, x1 }: SealFacts, before: SealFacts | undefined): boolean {
  if (x1 < x0) return false
  if (!before) return x0 === 0
  if (kind === 'epoch') return epoch > before.epoch && x0 === 0
  return epoch === before.epoch && x0 === before.x1 && before.x1 < endOfEpoch
}

/** The checkpoints of a second place, held against the tree as it grows. */
class Witnessed {
  private readonly settings: ChainSettings
  private readonly signers: ChainSigners
  private readonly findings: Findings
  private waiting: Checkpoint[]
  private origin = ''

  constructor({ settings, signers, findings }: { settings: ChainSettings; signers: ChainSigners; findings: Findings }) {
    this.settings = settings
    this.signers = signers
    this.findings = findings
    this.waiting = settings.checkpoints.toSorted((one, other) => one.size - other.size)
  }

  begin(firstHash: Buffer): void {
    this.origin = originOf(firstHash)
  }

  /** After each seal: the checkpoints of just this size. */
  at(tree: GrowingTree, seal: Seal): void {
    const { epoch, no } = seal
    // What was witnessed before a restore that the auditor knows of was lost with it.
    if (seal.kind === 'restore' && this.settings.accepted.includes(no))
      this.waiting = this.waiting.filter(({ at, size }) => at > seal.at || size < no)
    const root = (this.waiting[0]?.size ?? 0) <= tree.size ? growingRoot(tree) : undefined
    while (root && this.waiting[0] && this.waiting[0].size <= tree.size) {
      const [checkpoint] = this.waiting
      this.waiting = this.waiting.slice(1)
      this.check(checkpoint)
      if (!checkpoint.root.equals(root))
        this.findings.add({ code: 'checkpoint.differs', epoch, seal: no, detail: { at: checkpoint.at } })
    }
  }

  /** Those that knew more seals than there are. */
  end(size: number): void {
    for (const checkpoint of this.waiting) {
      this.check(checkpoint)
      const detail = { at: checkpoint.at, witnessed: checkpoint.size, found: size }
      this.findings.add({ code: 'checkpoint.ahead', seal: size, detail })
    }
  }

  private check(checkpoint: Checkpoint): void {
    const detail = { at: checkpoint.at, size: checkpoint.size }
    if (!signedBy(checkpoint, this.signers.keys)) this.findings.add({ code: 'checkpoint.signature', detail })
    if (this.origin && checkpoint.origin !== this.origin) this.findings.add({ code: 'checkpoint.origin', detail })
  }
}
