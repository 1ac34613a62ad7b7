import { describeScenes } from './describe-scenes.ts'

describeScenes('full', ['en'])
