import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { filesKind } from './kind.ts'

describeKind(filesKind, samples)
