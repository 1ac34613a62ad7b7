import { describeKind } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { companyNameKind } from './kind.ts'

describeKind(companyNameKind, samples)
