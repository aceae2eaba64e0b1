import { cleanUp, run } from '../../../toolkit/action/run.ts'
import { spec } from './spec.ts'

export const main = () => run(spec, () => Promise.reject(new Error('nothing lands changes yet')))
export const post = cleanUp
