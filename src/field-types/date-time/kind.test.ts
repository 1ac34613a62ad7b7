import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { dateTimeKind } from './kind.ts'

describeKind(dateTimeKind, samples)
