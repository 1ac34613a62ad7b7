import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { emailKind } from './kind.ts'

describeKind(emailKind, samples)
