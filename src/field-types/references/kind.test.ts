import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { referencesKind } from './kind.ts'

describeKind(referencesKind, samples)
