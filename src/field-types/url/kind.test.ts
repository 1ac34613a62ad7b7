import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { urlKind } from './kind.ts'

describeKind(urlKind, samples)
