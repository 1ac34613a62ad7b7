import type { PublicKey } from './seal-key.ts'
import type { Findings } from './seal-report.ts'
import { type Seal, sealText } from './seal-row.ts'
import { withSuccessors } from './succession.ts'

/** Which keys may sign the seals so far: the given ones, and those for which the key in force has vouched in the chain. */
export class ChainSigners {
  keys: readonly PublicKey[]
  private readonly accepted: readonly number[]
  private readonly findings: Findings

  constructor({ keys, accepted }: { keys: readonly PublicKey[]; accepted: readonly number[] }, findings: Findings) {
    this.keys = keys
    this.accepted = accepted
    this.findings = findings
  }

  /** At each seal, in their order: another key than the seal before had is a finding, unless that one vouched for it. */
  follow({ no, epoch, kind, key, note }: Seal, before: Seal | undefined): void {
    if (!before || before.key === key) return
    const inForce = this.keys.filter(({ id }) => id === before.key)
    const vouched = kind === 'key' ? withSuccessors(inForce, note ?? '').find(({ id }) => id === key) : undefined
    if (vouched) this.keys = [...this.keys, vouched]
    else if (!this.accepted.includes(no))
      this.findings.add({ code: 'key.unsigned', epoch, seal: no, detail: { before: before.key, key } })
  }

  signed(seal: Seal): boolean {
    return this.keys.some((key) => key.id === seal.key && key.verifies(sealText(seal), seal.signature))
  }
}
