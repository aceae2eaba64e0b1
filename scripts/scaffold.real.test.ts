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

test.each(['ansible', 'terraform'])('the EC2 repository carries %s/, without its test/', async from => {
  using place = temporary()
  const files = await scaffold('ec2', place.path)
  const tracked = await exec('git', ['ls-files', from, `:!${from}/test`], { cwd: root })
  const carried = files.filter(file => file.startsWith(`${from}/`)).sort()
  expect(carried).not.toEqual([])
  expect(carried).toEqual(tracked.stdout.trim().split('\n').sort())
  for (const file of carried) expect(read(place.path, file)).toBe(read(root, file))
})

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

test('every example is offered, and every setting it reads is named in its README', () => {
  expect(variants()).toContain('ec2')
  for (const variant of variants()) {
    const folder = join(root, 'workflows-examples', variant)
    const workflows = readdirSync(join(folder, '.github/workflows')).map(file =>
      read(folder, `.github/workflows/${file}`),
    )
    const { secrets, variables } = settingsOf(workflows)
    for (const name of [...secrets, ...variables]) expect(read(folder, 'README.md')).toContain(`\`${name}\``)
  }
})
