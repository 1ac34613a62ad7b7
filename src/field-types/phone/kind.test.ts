import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { phoneKind } from './kind.ts'

describeKind(phoneKind, samples)
