import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { choiceKind } from './kind.ts'

describeKind(choiceKind, samples)
