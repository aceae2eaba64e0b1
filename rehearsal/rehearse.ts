import { messageOf } from '../toolkit/action/errors.ts'
import { listenForSignals } from './interruption.ts'
import { writeReport } from './report-page/write.ts'
import { createTeller, seconds } from './story.ts'
import type { Variant } from './variants.ts'

/**
 * Plays a variant, tells it line by line, and writes its report, whatever comes of it.
 * @returns the exit code: 1 where anything did not hold, 130 or 143 where a signal ended it.
 * @throws what went wrong outside of any scene: a crash of the rehearsal itself.
 */
export async function rehearse(
  { title, about, play }: Pick<Variant, 'title' | 'about' | 'play'>,
  report: string,
  print: (line: string) => void,
): Promise<number> {
  const begun = Date.now()
  using interruption = listenForSignals(print)
  const teller = createTeller(title, about, print, interruption.signal)
  try {
    await play(teller)
    return interruption.exitCode() ?? 0
  } catch (thrown) {
    const code = interruption.exitCode()
    if (code === undefined && teller.story.scenes.every(({ error }) => error === undefined)) throw thrown
    const why = messageOf(thrown).split('\n')[0]
    print(code === undefined ? `\nThe rehearsal failed: ${why}` : `\nThe rehearsal was ${why}`)
    return code ?? 1
  } finally {
    await writeReport(teller.story, report)
    print(`\n${seconds(Date.now() - begun)} in all. Report: ${report}`)
  }
}
