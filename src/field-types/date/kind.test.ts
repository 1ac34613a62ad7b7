import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { dateKind } from './kind.ts'

describeKind(dateKind, samples)
