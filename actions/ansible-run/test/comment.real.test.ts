import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { outputs, playbook, stage } from './stage.ts'

const SITE = playbook(`- name: Writes the settings
  ansible.builtin.copy: {content: "port = 80\\npassword = {{ secret }}\\n", dest: "{{ folder }}/settings"}
- name: Starts
  ansible.builtin.raw: touch "{{ folder }}/started"
- name: Writes what nobody may see
  ansible.builtin.copy: {content: "open-sesame\\n", dest: "{{ folder }}/hidden"}
  no_log: true
`)

test('a check stands in the comment of the pull request, and a later one takes its place', async () => {
  await using github = await startGitHub()
  await using there = await stage({ 'site.yml': SITE })
  const shop = await github.createRepository('maestrops/shop', { files: { 'a.txt': '1' } })
  const sha = await shop.commit('features', { 'a.txt': '2' }, 'Change')
  const token = github.token()
  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${github.apiUrl}/repos/maestrops/shop/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as { number: number; body: string }[] & { number: number }
  }
  const { number } = await api('POST', 'pulls', { title: 'Change', head: 'features', base: 'main' })
  const repo = { full_name: 'maestrops/shop' }
  const pull_request = { number, head: { sha, ref: 'features', repo }, base: { sha, ref: 'main' } }
  const comments = async () => (await api('GET', `issues/${number}/comments`)).map(({ body }) => body)
  const run = (inputs: Record<string, string>) =>
    there.run(
      {
        hosts: outputs({ web: { port: there.host.port, vars: { folder: there.workspace } } }),
        'env-file': 'SECRET=battery-staple',
        'extra-vars': 'secret=battery-staple',
        ...inputs,
      },
      {
        token,
        event: { number, pull_request },
        env: { ...github.env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'maestrops/shop' },
      },
    )

  const dry = await run({ 'dry-run': 'true' })
  expect(dry).toMatchObject({ conclusion: 'success', outputs: { changed: '2' } })
  expect(await comments()).toEqual([])

  const checked = await run({ check: 'true', diff: 'true' })
  expect(checked).toMatchObject({ conclusion: 'success', tempLeft: [] })
  const [comment = ''] = await comments()
  expect(comment).toContain('🔧 Check of `site.yml` · would make 2 changes on 1 of 1 host')
  expect(comment).toContain('<code>Writes the settings</code> would change <code>web</code>')
  expect(comment).toContain('+port = 80\n+password = ***\n')
  expect(comment).not.toMatch(/battery-staple|open-sesame/)
  expect(checked.outputs['comment-url']).toContain(`/pull/${number}#issuecomment-`)

  const real = await run({})
  expect(real).toMatchObject({ conclusion: 'success', outputs: { changed: '3', 'comment-url': '' } })
  await run({ check: 'true', diff: 'true' })
  expect(await comments()).toEqual([
    expect.stringContaining('✅ Check of `site.yml` · would change nothing on 1 host'),
  ])
})
