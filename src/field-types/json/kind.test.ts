import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { jsonKind } from './kind.ts'

describeKind(jsonKind, samples)
