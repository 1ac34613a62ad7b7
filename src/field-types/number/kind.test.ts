import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { numberKind } from './kind.ts'

describeKind(numberKind, samples)
