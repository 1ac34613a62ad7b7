import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { userKind } from './kind.ts'

describeKind(userKind, samples)
