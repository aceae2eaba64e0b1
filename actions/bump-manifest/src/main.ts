import { cleanUp, run } from '../../../toolkit/action/run.ts'
import { spec } from './spec.ts'

export const main = () => run(spec, async () => ({ outputs: {}, summary: '' }))
export const post = cleanUp
