/** Reads a plan, or only parses it, and prints how long that took and how much memory the process had at most. */
import { readFileSync } from 'node:fs'
import { readPlan } from '../toolkit/terraform/plan/read.ts'
import { planSection } from '../toolkit/terraform/report/plan-section.ts'

const [how, path = ''] = process.argv.slice(2)
const at = {
  directory: 'live',
  tool: 'Terraform 1.11.4',
  headSha: '0a3087a',
  runUrl: 'https://example.com',
} as const
const started = performance.now()
if (how === 'parse') JSON.parse(readFileSync(path, 'utf8'))
else planSection(await readPlan(path, { redact: [] }), at)
const milliseconds = performance.now() - started
console.log(JSON.stringify({ milliseconds, kibibytes: process.resourceUsage().maxRSS }))
