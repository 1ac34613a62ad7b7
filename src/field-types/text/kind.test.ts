import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { textKind } from './kind.ts'

describeKind(textKind, samples)
