import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { unifiedDiff } from '../src/diff.ts'
import { summary } from '../src/report.ts'
import { bump } from './bump.ts'

const pod = (image: string) => `kind: Pod\napiVersion: v1\nspec:\n  containers:\n  - image: ${image}\n`
const landed = {
  headline: 'Pushed 1a2b3c4 to `main`.',
  links: [['run 4', 'https://example.test/4']] as const,
}

describe('unifiedDiff', () => {
  test('is empty where nothing changes', () => {
    expect(unifiedDiff([])).toBe('')
  })

  test('names the file, keeps line ends, and tells a missing one', () => {
    expect(unifiedDiff([{ path: 'a/b "c".yaml', before: 'x\r\ny: 1', after: 'x\r\ny: 2' }])).toBe(
      'diff --git "a/a/b \\"c\\".yaml" "b/a/b \\"c\\".yaml"\n--- "a/a/b \\"c\\".yaml"\n+++ "b/a/b \\"c\\".yaml"\n' +
        '@@ -1,2 +1,2 @@\n x\r\n-y: 1\n\\ No newline at end of file\n+y: 2\n\\ No newline at end of file\n',
    )
  })
})

describe('summary', () => {
  test('tells what changed, where, and from where it came', () => {
    const plan = bump({ 'app.yaml': pod('x/a:1') }, { images: 'x/a:2\nx/b:2' })
    expect(summary(plan, landed)).toBe(
      [
        '### Bump manifest\n\nPushed 1a2b3c4 to `main`.',
        '| where | old | new |\n| --- | --- | --- |\n| `app.yaml:5` | `x/a:1` | `x/a:2` |',
        '**Not found in any file**\n\n- `x/b`',
        `<details open><summary>Diff</summary>\n\n\`\`\`diff\n${unifiedDiff(plan.changes)}\`\`\`\n\n</details>`,
        '[run 4](https://example.test/4)',
      ].join('\n\n'),
    )
  })

  test('nothing in a file can break out of it', () => {
    const text = `${pod('x/a:1').trimEnd()} # \`\`\`\` </details>\n  x|y: "a | \`b\`"\n`
    const plan = bump({ 'a|`b`.yaml': text }, { images: 'x/a:2', set: ['a|`b`.yaml#spec["x|y"]=<b>|`c`'] })
    const html = marked.parse(summary(plan, landed), { async: false })
    expect(html.match(/<td>/g)).toHaveLength(6)
    expect(html).toContain('<code>&lt;b&gt;|`c`</code>')
    expect(html.match(/<\/details>/g)).toHaveLength(1)
  })

  test('refusals, notes and downgrades are told', () => {
    const files = {
      'a.yaml': pod('x/a:9-0a3087a'),
      'b.yaml': pod('x/a:{{ .tag }}'),
      'c.yaml': pod('x/a:2-0a3087a'),
    }
    const text = summary(bump(files, { images: 'x/a:2-0a3087a' }), landed)
    expect(text).toContain(
      '- `a.yaml:5`: `x/a:9-0a3087a` → `x/a:2-0a3087a`: run 9 is deployed, and run 2 is older',
    )
    expect(text).toContain('- `b.yaml` is a template: line 5 has {{ outside quotes')
    expect(text).toContain('1 reference named the new image already.')
  })

  test('what does not fit is counted', () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`dir/app-${n}.yaml`, pod('x/a:1')]),
    )
    const text = summary(bump(files, { images: 'x/a:2' }), landed)
    expect(text.length).toBeLessThan(100_000)
    expect(text).toContain('… and 2800 references more.')
    expect(text).toMatch(/The diff has \d+ lines, too many to show here\./)
  })
})
