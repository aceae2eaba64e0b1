import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { unifiedDiff } from '../src/diff.ts'
import { summary } from '../src/report.ts'
import { bump, DIGEST, OLD_DIGEST } from './bump.ts'

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
        '| where | old | new |\n| --- | --- | --- |\n| `app.yaml:5` | `a:1` | `a:2` |',
        '**Not found in any file**\n\n- `x/b`',
        `<details open><summary>Diff</summary>\n\n\`\`\`diff\n${unifiedDiff(plan.changes)}\`\`\`\n\n</details>`,
        '[run 4](https://example.test/4)',
      ].join('\n\n'),
    )
  })

  test('long names and digests leave room for both, and stand whole in the diff', () => {
    const repository = '444444444444.dkr.ecr.eu-central-1.amazonaws.com/shop/kv'
    const text = `image:\n  repository: ${repository}\n  tag: 4-0a3087a\n  digest: ${OLD_DIGEST}\n`
    const files = { 'app.yaml': pod(`${repository}:4-0a3087a@${OLD_DIGEST}`), 'values.yaml': text }
    const wanted = `${repository}:5-1b2c3d4@${DIGEST}`
    const told = summary(bump(files, { images: wanted, pin: 'both' }), landed)
    expect(told.match(/^\| `.*$/gm)).toEqual([
      '| `app.yaml:5` | `kv:4-0a3087a` `@sha256:bbbbbbbbbbbb…` | `kv:5-1b2c3d4` `@sha256:aaaaaaaaaaaa…` |',
      '| `values.yaml:3` | `4-0a3087a` | `5-1b2c3d4` |',
      '| `values.yaml:4` | `sha256:bbbbbbbbbbbb…` | `sha256:aaaaaaaaaaaa…` |',
    ])
    expect(told).toContain(`+  - image: ${wanted}`)
  })

  test('a name that changes is shown', () => {
    const plan = bump({ 'a.yaml': 'image: nginx:1\n' }, { set: ['a.yaml#image=quay.io/acme/nginx:1'] })
    expect(summary(plan, landed)).toContain('| `nginx:1` | `quay.io/acme/nginx:1` |')
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
    expect(text).toContain('… and 2800 more.')
    expect(text).toMatch(/The diff has \d+ lines, too many to show here\./)
  })
})
