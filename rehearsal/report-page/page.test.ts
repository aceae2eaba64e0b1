import { describe, expect, test } from '@jest/globals'
import type { Story } from '../story.ts'
import { parseDiff } from './diff.ts'
import { exhibitView } from './exhibits.ts'
import { html } from './html.ts'
import { foldGroups } from './log.ts'
import { markdown } from './markdown.ts'
import { page } from './page.ts'
import { sanitize } from './sanitize.ts'
import { timelineView } from './timeline.ts'

describe('only the HTML that GitHub allows', () => {
  test.each([
    ['<script>alert(1)</script>', 'alert(1)'],
    ['<img src=x onerror=alert(1)>', '<img src="x">'],
    ['<img src="javascript:alert(1)">', '<img>'],
    ['<a href="java&#115;cript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="javascript&colon;alert(1)">x</a>', '<a>x</a>'],
    ['<a href="JaVaScRiPt:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    [
      '<a href="https://example.com/?a=1&amp;b=2#c">x</a>',
      '<a href="https://example.com/?a=1&amp;b=2#c">x</a>',
    ],
    ['<a href="docs/ec2.md#set-up">x</a>', '<a href="docs/ec2.md#set-up">x</a>'],
    ["<p title='a\"onclick=b'>", '<p title="a&quot;onclick=b"></p>'],
    ['<iframe src="//x"></iframe><style>*{}</style>', '*{}'],
    ['<!-- hidden -->shown<!-- never closed', 'shown'],
    ['<details open><summary>s</summary></details>', '<details open=""><summary>s</summary></details>'],
    ['<svg/onload=alert(1)>', '&lt;svg/onload=alert(1)>'],
    ['<p style="position:fixed">x</p>', '<p>x</p>'],
    ['<p class="verdict" id="scene-1">x</p>', '<p>x</p>'],
    ['1 < 2 <', '1 &lt; 2 &lt;'],
    ['<input type="text"><input type="checkbox" checked>', '<input type="checkbox" checked="">'],
    ['<scr<script>ipt>', '&lt;script>'],
    ['a</div></article>b', 'ab'],
    ['<details><summary>a', '<details><summary>a</summary></details>'],
    ['<div><b>a</div>b</b>', '<div><b>a</b></div>b'],
    ['<br></br>', '<br>'],
  ])('%s', (given, safe) => {
    expect(sanitize(given)).toBe(safe)
  })

  test.each([
    ['a table', '| a |\n|---|\n| b |', '<td>b</td>'],
    ['an alert', '> [!WARNING]\n> mind **this**', 'markdown-alert-warning'],
    ['a diff', '```diff\n-a\n+<b>\n```', '<span class="pl-mi1">+&lt;b&gt;</span>'],
    ['a task list', '- [x] done', 'type="checkbox"'],
    ['code in a language', '```"onmouseover="x\nq\n```', '<code>q</code>'],
    ['a fold around Markdown', '<details><summary>s</summary>\n\n- a\n\n</details>', '<li>a</li>'],
    ['a shortcode', ':warning: :nothing_known:', '⚠️ :nothing_known:'],
    ['small print', '<sub>by **us**</sub>', '<sub>by <strong>us</strong></sub>'],
    ['an image by its name only', '![a "b"](https://x/y.png)', 'image: a &quot;b&quot;</span>'],
    ['a mention', 'hi @octo-cat.', 'href="https://github.com/octo-cat">@octo-cat</a>.'],
    ['a mention behind a backslash', '\\\\@octocat', 'user-mention'],
    ['a mention with an entity', '&#64;octocat', 'user-mention'],
    ['a team', '@org/team-a', '>@org/team-a</a>'],
    ['a reference', 'see #12', '>#12</a>'],
  ])('Markdown keeps %s', (_what, text, expected) => {
    expect(markdown(text).html).toContain(expected)
  })

  test.each([
    ['a class that somebody wrote', '<p class="markdown-alert-title">x</p>', 'class="markdown-alert'],
    ['a hidden comment', '<!-- one -->\ntwo', 'one'],
    ['a mention in code', '`@a` and\n\n    @b', 'user-mention'],
    ['a mention in an address', 'me@example.com, a/b@v1', 'user-mention'],
    ['an entity as a reference', "it's &#39;", 'issue-link'],
    ['an image', '<img src="https://x/y.png">', 'y.png'],
  ])('Markdown shows no %s', (_what, text, unexpected) => {
    expect(markdown(text).html).not.toContain(unexpected)
  })

  test('lines end where they end in a comment, and flow in a summary', () => {
    expect(markdown('a\nb', 'comment').html).toContain('a<br>b')
    expect(markdown('> [!NOTE]\n> a\n> b', 'comment').html).toContain('a<br>b')
    expect(markdown('a\nb').html).toContain('a\nb')
  })

  test('a diff is coloured by the first sign of a line', () => {
    const lines = markdown('```diff\n@@ x @@\n! a\n# b\n- c\n+ d\n  + e\n```').html.match(/pl-\w+/g)
    expect(lines).toEqual(['pl-mdr', 'pl-mc', 'pl-c', 'pl-md', 'pl-mi1'])
  })
})

test('a template escapes what it is given', () => {
  expect(
    html`<p title="${'"<'}">${'<b>'}${html`<i>${1}</i>`}${[html`a`, '&']}${undefined}${false}</p>`.html,
  ).toBe('<p title="&quot;&lt;">&lt;b&gt;<i>1</i>a&amp;</p>')
})

test('groups of a log fold, and keep their line numbers', () => {
  expect(foldGroups(['a', '##[group]g', '\u001b[31mb\u001b[0m', '##[endgroup]', 'c'])).toEqual([
    { number: 1, text: 'a' },
    { title: 'g', number: 2, lines: [{ number: 3, text: 'b' }] },
    { number: 5, text: 'c' },
  ])
})

test('a diff is read file by file', () => {
  const diff = `diff --git a/x b/x
index 1..2 100644
--- a/x
+++ b/x
@@ -3,2 +3,2 @@ y
 s
--- dashes
+++ pluses
diff --git a/bin b/bin
Binary files differ
`
  const [x, bin] = parseDiff(diff)
  expect(x).toMatchObject({ path: 'x', added: 1, removed: 1 })
  expect(x?.lines.map(({ kind, before, after, text }) => [kind, before, after, text])).toEqual([
    ['hunk', undefined, undefined, '@@ -3,2 +3,2 @@ y'],
    ['same', 3, 3, 's'],
    ['remove', 4, undefined, '-- dashes'],
    ['add', undefined, 4, '++ pluses'],
  ])
  expect(bin).toEqual({ path: 'bin', added: 0, removed: 0, lines: [] })
})

test('the page needs nothing from elsewhere, and tells of a failure', () => {
  const story: Story = {
    title: 'T',
    about: 'A',
    startedAt: new Date(0),
    machine: {},
    scenes: [
      {
        title: '<Scene>',
        part: undefined,
        startedAt: new Date(0),
        duration: 10,
        error: 'it <broke>',
        exhibits: [
          { kind: 'comment', author: 'bot', where: '#1', body: '<script src="https://x/y.js"></script>hi' },
        ],
      },
    ],
  }
  const text = page(story)
  expect(text).toContain('&lt;Scene&gt;')
  expect(text).toContain('it &lt;broke&gt;')
  expect(text).toContain('It failed')
  expect(text).not.toMatch(/<(script|link|iframe)\b/)
})

test('scenes of a part stand below its name, in the timeline as well', () => {
  const at = (second: number, part?: string) => ({
    ...{ title: `scene at ${second}`, part, error: undefined },
    ...{ startedAt: new Date(second * 1000), duration: 2000, exhibits: [] },
  })
  const scenes = [at(0), at(2, 'Release'), at(4, 'Release'), at(6, 'Rollback')]
  const story = { title: 'T', about: 'A', startedAt: new Date(0), machine: {}, scenes }
  const rows = [
    ...timelineView(story).html.matchAll(/row of-(\w+)[\s\S]*?<span>(.*?)<\/span>[\s\S]*?([\d.]+ s)/g),
  ]
  expect(rows.map(([, level, label, time]) => [level, label, time])).toEqual([
    ['scene', 'scene at 0', '2.0 s'],
    ['part', 'Release', '4.0 s'],
    ['scene', 'scene at 2', '2.0 s'],
    ['scene', 'scene at 4', '2.0 s'],
    ['part', 'Rollback', '2.0 s'],
    ['scene', 'scene at 6', '2.0 s'],
  ])
  expect([...page(story).matchAll(/<p class="part-title">(.*?)<\/p>/g)].map(([, part]) => part)).toEqual([
    'Release',
    'Rollback',
  ])
})

test('servers, recaps, containers and answers are shown, and what went wrong with a mark', () => {
  const text = exhibitView({
    kind: 'recap',
    playbook: 'ansible/app.yml',
    hosts: [
      { name: 'app', ok: 5, changed: 1, skipped: 0, failed: 0, unreachable: 0 },
      { name: 'other', ok: 0, changed: 0, skipped: 0, failed: 0, unreachable: 1 },
    ],
  }).html
  expect(text.match(/class="mark \w+"/g)).toEqual(['class="mark success"', 'class="mark failure"'])
  expect(text).toContain('<td class="count unreachable">1</td>')
  const statuses = ['Up 5 seconds', 'Up 9 seconds (healthy)', 'Up 9 seconds (unhealthy)', 'Exited (1)']
  const containers = statuses.map(status => ({ server: 'app', service: 's', image: 'i', status }))
  expect(exhibitView({ kind: 'containers', containers }).html.match(/mark (\w+)/g)).toEqual([
    'mark success',
    'mark success',
    'mark failure',
    'mark failure',
  ])
  const answers = [{ method: 'GET', url: 'https://x/', status: 404, said: '<b>no</b>' }]
  expect(exhibitView({ kind: 'answers', answers }).html).toContain('<pre>&lt;b&gt;no&lt;/b&gt;</pre>')
  const servers = [{ name: 'app', address: '192.0.2.1', groups: ['app'], system: 'Debian' }]
  expect(exhibitView({ kind: 'servers', servers }).html).toContain('192.0.2.1')
})
