/** `npm run demo [-- ec2|eks]`: plays a variant's pipelines on this machine and leaves a report. */
import { join } from 'node:path'
import { root } from '../test/support/runner/environment.ts'
import { UserError } from '../toolkit/action/errors.ts'
import { rehearse } from './rehearse.ts'
import { VARIANTS, variantFrom } from './variants.ts'

const REPORTS = join(root, 'rehearsal/report')

try {
  const variant = VARIANTS[variantFrom(process.argv.slice(2))]
  const print = (line: string) => process.stdout.write(`${line}\n`)
  process.exitCode = await rehearse(variant, join(REPORTS, variant.report), print)
} catch (thrown) {
  if (!(thrown instanceof UserError)) throw thrown
  process.stderr.write(`${thrown.message}\n`)
  process.exitCode = 2
}
