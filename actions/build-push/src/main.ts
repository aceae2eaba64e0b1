import { cleanUp, run } from '../../../toolkit/action/run.ts'
import { buildPush } from './build-push.ts'
import { spec } from './spec.ts'

export const main = () => run(spec, buildPush)
export const post = cleanUp
