import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { residentIdKind } from './kind.ts'

describeKind(residentIdKind, samples)
