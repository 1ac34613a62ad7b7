import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { archiveNumberKind } from './kind.ts'

describeKind(archiveNumberKind, samples)
