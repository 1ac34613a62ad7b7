import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { unitKind } from './kind.ts'

describeKind(unitKind, samples)
