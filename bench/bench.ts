/** `npm run bench`: every figure is a ratio, both sides measured in turn in this run. Fails where a bound is missed. */
import { cpus, release, totalmem } from 'node:os'
import { ansibleRows } from './ansible-run.ts'
import { buildRows } from './build-push.ts'
import { bumpRows } from './bump-manifest.ts'
import { renderChartsRows } from './render-charts.ts'
import { renderPlanRows } from './render-plan.ts'
import type { Row } from './row.ts'
import { startUpRows } from './start-up.ts'
import { planCommentRows } from './terraform-plan-comment.ts'

const groups: [string, () => Promise<Row[]>][] = [
  ['start-up', startUpRows],
  ['build-push', buildRows],
  ['bump-manifest', bumpRows],
  ['render-plan', renderPlanRows],
  ['render-charts', renderChartsRows],
  ['terraform-plan-comment', planCommentRows],
  ['ansible-run', ansibleRows],
]

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}\n`,
)
console.log('| what | ours (ms) | beside | theirs (ms) | ratio | bound |')
console.log('| --- | ---: | --- | ---: | ---: | ---: |')
const wanted = process.argv.slice(2)
for (const [name, rows] of groups) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const row of await rows()) print(row)
}

function print({ what, ours, beside, theirs, bound }: Row): void {
  const ratio = ours / theirs
  const missed = bound !== undefined && ratio > bound
  if (missed) process.exitCode = 1
  const shownBound = bound === undefined ? '' : `≤ ${bound}${missed ? ' ✘' : ''}`
  console.log(
    `| ${what} | ${ours.toFixed(1)} | ${beside} | ${theirs.toFixed(1)} | ${ratio.toFixed(2)} | ${shownBound} |`,
  )
}
