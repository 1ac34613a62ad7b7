import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { percentKind } from './kind.ts'

describeKind(percentKind, samples)
