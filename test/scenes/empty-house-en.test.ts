import { describeScenes } from './describe-scenes.ts'

describeScenes('empty', ['en'])
