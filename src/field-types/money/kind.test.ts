import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { moneyKind } from './kind.ts'

describeKind(moneyKind, samples)
