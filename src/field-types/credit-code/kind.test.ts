import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { creditCodeKind } from './kind.ts'

describeKind(creditCodeKind, samples)
