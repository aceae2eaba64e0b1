/** `npm run demo [-- ec2|eks]`: plays a variant's pipelines on this machine and leaves a report. */
import { join } from 'node:path'
import { root } from '../test/support/runner/environment.ts'
import { CancelledError, messageOf, UserError } from '../toolkit/action/errors.ts'
import { writeReport } from './report-page/write.ts'
import { createTeller, seconds, type Teller } from './story.ts'
import { VARIANTS, variantFrom } from './variants.ts'

const REPORTS = join(root, 'rehearsal/report')
const print = (line: string) => process.stdout.write(`${line}\n`)

/** Ends with exit code 1 where anything did not hold. */
async function rehearse(play: (teller: Teller) => Promise<void>, teller: Teller, report: string) {
  const begun = Date.now()
  try {
    await play(teller)
  } catch (thrown) {
    process.exitCode = 1
    if (teller.story.scenes.every(({ error }) => error === undefined)) throw thrown
    print(`\nThe rehearsal failed: ${messageOf(thrown).split('\n')[0]}`)
  } finally {
    await writeReport(teller.story, report)
    print(`\n${seconds(Date.now() - begun)} in all. Report: ${report}`)
  }
}

const cancel = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => cancel.abort(new CancelledError()))

try {
  const { title, about, report, play } = VARIANTS[variantFrom(process.argv.slice(2))]
  await rehearse(play, createTeller(title, about, print, cancel.signal), join(REPORTS, report))
} catch (thrown) {
  if (!(thrown instanceof UserError)) throw thrown
  process.stderr.write(`${thrown.message}\n`)
  process.exitCode = 2
}
