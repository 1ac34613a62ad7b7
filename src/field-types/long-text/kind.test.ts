import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { longTextKind } from './kind.ts'

describeKind(longTextKind, samples)
