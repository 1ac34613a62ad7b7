import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { choicesKind } from './kind.ts'

describeKind(choicesKind, samples)
