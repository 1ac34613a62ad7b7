import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { booleanKind } from './kind.ts'

describeKind(booleanKind, samples)
