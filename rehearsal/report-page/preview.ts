import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { commentView } from './comment.ts'
import { document } from './document.ts'
import { html } from './html.ts'

// GitHub refuses a longer comment; it counts signs of Unicode.
const LIMIT = 65_536

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { open: { type: 'boolean', default: false } },
})
const [source, target] = positionals
if (source === undefined || target === undefined) {
  console.error(
    'usage: node rehearsal/report-page/preview.ts COMMENT.md PAGE.html [--open]\n' +
      '  -       in place of COMMENT.md reads the standard input\n' +
      '  --open  unfolds every <details>',
  )
  process.exit(2)
}
const body = await readFile(source === '-' ? '/dev/stdin' : source, 'utf8')
const length = [...body].length
const shown = values.open ? body.replace(/<details>/g, '<details open>') : body
const comment = commentView({
  kind: 'comment',
  author: 'github-actions[bot]',
  where: 'a pull request',
  body: shown,
})
await writeFile(target, document('Preview of a comment', html`<main class="preview">${comment}</main>`))
console.log(`${target}: ${length.toLocaleString('en')} of ${LIMIT.toLocaleString('en')} characters`)
if (length > LIMIT) console.warn('GitHub would refuse this comment: it is too long.')
