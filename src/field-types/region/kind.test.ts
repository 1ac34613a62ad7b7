import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { regionKind } from './kind.ts'

describeKind(regionKind, samples)
