import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { birthdayKind } from './kind.ts'

describeKind(birthdayKind, samples)
