import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { exec } from '../toolkit/exec/exec.ts'
import { root } from './actions.ts'
import { scaffold, settingsOf, variants } from './scaffold.ts'

function temporary() {
  const path = mkdtempSync(join(tmpdir(), 'scaffold-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

test('the copy is a repository on the first branch, with every file of the example as it was', async () => {
  using place = temporary()
  const folder = join(place.path, 'deep/shop')
  const files = await scaffold('ec2', folder)
  const tracked = await exec('git', ['ls-files'], { cwd: join(root, 'workflows-examples/ec2') })
  const own = files.filter(file => !/^(ansible|terraform)\//.test(file))
  expect(own.sort()).toEqual(tracked.stdout.trim().split('\n').sort())
  for (const file of own) expect(read(folder, file)).toBe(read(join(root, 'workflows-examples/ec2'), file))
  const branch = await exec('git', ['symbolic-ref', '--short', 'HEAD'], { cwd: folder })
  expect(branch.stdout.trim()).toBe('integration')
  expect(readdirSync(join(place.path, 'deep'))).toEqual(['shop'])
})

const EKS = ['argocd', 'cluster-access', 'cluster-roles', 'ecr', 'eks', 'pod-role', 'registry-access']
const EC2 = ['README.md', 'bootstrap', 'ec2', 'modules/server', 'modules/state-bucket']

test.each([
  ['ec2', 'ansible', 'ansible', []],
  ['ec2', 'terraform', 'terraform', ['live', ...EKS.map(name => `modules/${name}`)]],
  ['eks/source-repo', 'terraform', 'deploy/terraform', EC2],
])(
  '%s carries %s/ as %s/, without its test/ and what is another example’s',
  async (variant, from, to, others) => {
    using place = temporary()
    const files = await scaffold(variant, place.path)
    const out = ['test', ...others].map(other => `:!${from}/${other}`)
    const tracked = await exec('git', ['ls-files', from, ...out], { cwd: root })
    const expected = tracked.stdout.trim().split('\n').sort()
    const carried = files.filter(file => file.startsWith(`${to}/`)).map(file => from + file.slice(to.length))
    expect(carried.sort()).toEqual(expected)
    for (const file of expected) expect(read(place.path, to + file.slice(from.length))).toBe(read(root, file))
  },
)

test('a fork and a registry of one’s own stand wherever the examples’ names stood', async () => {
  using place = temporary()
  const options = { suite: 'acme/tools@0a3087a', registry: 'localhost:5000/acme' }
  const files = await scaffold('ec2', place.path, options)
  const workflow = read(place.path, '.github/workflows/ci-application.yml')
  expect(workflow).toContain('uses: acme/tools/actions/build-push@0a3087a')
  expect(workflow).toContain("'localhost:5000/acme'")
  expect(read(place.path, 'docker-compose.yml')).toMatch(/image: localhost:5000\/acme\/backend:/)
  const configuration = files.filter(file => /\.ya?ml$/.test(file)).map(file => read(place.path, file))
  expect(configuration.join('\n')).not.toMatch(/maestrops/)
})

describe('a mistake changes nothing', () => {
  test.each([
    ['no-such', {}, /there is no example 'no-such'; there are: .*ec2/],
    ['../ec2', {}, /there is no example/],
    ['ec2', { suite: 'acme/tools' }, /--suite is 'acme\/tools': write OWNER\/NAME@REF/],
    ['ec2', { registry: 'your-name' }, /--registry is 'your-name'/],
    ['ec2', { registry: 'https://x/y' }, /--registry is 'https:\/\/x\/y': write HOST\/NAMESPACE/],
  ])('%s %j', async (variant, options, message) => {
    using place = temporary()
    await expect(scaffold(variant, join(place.path, 'x'), options)).rejects.toThrow(message)
    expect(readdirSync(place.path)).toEqual([])
  })

  test('a folder in use', async () => {
    using place = temporary()
    mkdirSync(join(place.path, 'x'))
    writeFileSync(join(place.path, 'x/mine'), '')
    await expect(scaffold('ec2', join(place.path, 'x'))).rejects.toThrow(/is not empty; name a folder/)
    expect(readdirSync(join(place.path, 'x'))).toEqual(['mine'])
  })
})

test('the command says what to do next, and fails with one line', async () => {
  using place = temporary()
  const run = (...args: string[]) =>
    exec(process.execPath, [join(root, 'scripts/scaffold.ts'), ...args], {
      env: { ...process.env, INIT_CWD: place.path },
      accept: 'any',
    })
  const made = await run('ec2', 'shop')
  expect(made.code).toBe(0)
  expect(made.stdout).toContain('gh secret set DOCKERHUB_TOKEN')
  expect(readdirSync(join(place.path, 'shop'))).toContain('docker-compose.yml')
  const refused = await run('ec2', 'shop')
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^'.*shop' is not empty.*\n$/),
  })
  expect((await run('ec2')).stderr).toMatch(/^usage: /)
})

test('every example is offered, and every setting it reads is named in its README and its guide', () => {
  expect(variants()).toContain('ec2')
  for (const variant of variants()) {
    const folder = join(root, 'workflows-examples', variant)
    const workflows = readdirSync(join(folder, '.github/workflows')).map(file =>
      read(folder, `.github/workflows/${file}`),
    )
    const { secrets, variables } = settingsOf(workflows)
    const pages = [read(folder, 'README.md'), read(root, `docs/${variant.split('/')[0]}.md`)]
    for (const name of [...secrets, ...variables])
      for (const page of pages) expect(page).toContain(`\`${name}\``)
  }
})
