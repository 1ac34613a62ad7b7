import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { addressKind } from './kind.ts'

describeKind(addressKind, samples)
