import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { referenceKind } from './kind.ts'

describeKind(referenceKind, samples)
