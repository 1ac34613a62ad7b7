import { describeScenes } from './describe-scenes.ts'

describeScenes('new')
