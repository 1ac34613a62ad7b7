import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { personNameKind } from './kind.ts'

describeKind(personNameKind, samples)
