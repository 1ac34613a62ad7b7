import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { tagsKind } from './kind.ts'

describeKind(tagsKind, samples)
