import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { bankAccountKind } from './kind.ts'

describeKind(bankAccountKind, samples)
