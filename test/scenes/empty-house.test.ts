import { describeScenes } from './describe-scenes.ts'

describeScenes('new')
describeScenes('empty')
