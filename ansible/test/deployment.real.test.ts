import { existsSync } from 'node:fs'
import { copyFile, symlink } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { program } from '../../test/support/programs/program.ts'
import { type Engine, startEngine } from '../../test/support/services/engine.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { ansible, openSetting, type Setting } from './setting.ts'

// A name of its own, as the folder in /run is outside the test's.
const PROJECT = `shop-${process.pid}`

let engine: Engine
let setting: Setting
let port: number

beforeAll(async () => {
  engine = await startEngine()
  setting = await openSetting()
  port = await freePort()
  await symlink(await program('compose'), join(engine.env.DOCKER_CONFIG, 'cli-plugins/docker-compose'))
  await copyFile(await program('busybox'), setting.path('busybox'))
  await setting.write('Dockerfile', 'FROM scratch\nCOPY busybox /bin/\n')
  await docker('build', '--quiet', '--tag', 'web', setting.folder)
  await describeApplication('exec busybox httpd -f -p 80 -h /')
  await setting.write('given.env', `PORT='${port}'\nGREETING='a "quoted" $HOME # word'\n`)
})
afterAll(async () => {
  await docker('ps', '--all', '--quiet').then(ids =>
    ids === '' ? '' : docker('rm', '--force', ...ids.split('\n')),
  )
  await setting[Symbol.asyncDispose]()
  await engine[Symbol.asyncDispose]()
})

const docker = async (...args: string[]) =>
  (await exec(await program('docker'), args, { env: { ...process.env, ...engine.env } })).stdout.trim()

/** A service that answers with what it was given: a value of the .env, and its secret. */
const describeApplication = (serve: string, more = '') =>
  setting.write(
    'docker-compose.yml',
    `
services:
  web:
    image: web
    pull_policy: never
    command:
      - /bin/busybox
      - sh
      - -c
      - |
        busybox mkdir -p /api; busybox cp /run/secrets/database_password /api/tasks
        echo "$$GREETING" >/index.html; ${serve}
    environment:
      GREETING: \${GREETING:?set GREETING in .env}
    ports: ["127.0.0.1:\${PORT}:80"]
    secrets: [database_password]
${more}
secrets:
  database_password: {file: ./secrets/database_password}
`,
  )

const deploy = (password = 'first', vars: Record<string, unknown> = {}) =>
  setting.play(join(ansible, 'app.yml'), {
    vars: {
      app_project: PROJECT,
      app_folder: setting.path('app'),
      app_compose_file: setting.path('docker-compose.yml'),
      env_file: setting.path('given.env'),
      app_health_url: `http://127.0.0.1:${port}`,
      app_timeout: 20,
      ...vars,
    },
    env: { ...engine.env, DATABASE_PASSWORD: password },
    limit: 'web',
  })

const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
const envIsGone = () => expect(existsSync(`/run/${PROJECT}-deployment`)).toBe(false)

test('a deployment runs and answers, a second one changes nothing, and no .env is left', async () => {
  const first = await deploy()
  expect(first.code === 0 ? '' : first.stdout).toBe('')
  expect(first.recap.web?.changed).toBeGreaterThan(0)
  expect(await ask('/')).toBe('a "quoted" $HOME # word\n')
  expect(await ask('/api/tasks')).toBe('first')
  envIsGone()

  const running = await docker('ps', '--quiet')
  const second = await deploy()
  expect(second).toMatchObject({ code: 0, recap: { web: { changed: 0 } } })
  expect(await docker('ps', '--quiet')).toBe(running)
  envIsGone()
})

test('a new value of a secret reaches the containers', async () => {
  expect((await deploy('second')).code).toBe(0)
  expect(await ask('/api/tasks')).toBe('second')
})

test('what does not come up fails with its last words, and no .env is left', async () => {
  await describeApplication('echo "no such table"; exit 3')
  const { code, stdout } = await deploy()
  expect(code).toBe(2)
  expect(stdout).toMatch(new RegExp(`${PROJECT} did not come up`))
  expect(stdout).toMatch(/no such table/)
  envIsGone()
})

test('what runs but is not healthy fails with its last words, and no .env is left', async () => {
  const check = '{test: [CMD, /bin/busybox, "false"], interval: 1s, retries: 2}'
  await describeApplication('echo "no such host"; sleep 60', `    healthcheck: ${check}`)
  const { code, stdout } = await deploy()
  expect(code).toBe(2)
  expect(stdout).toMatch(/container \S+-web-1 is unhealthy/)
  expect(stdout).toMatch(/no such host/)
  envIsGone()
})

test('without its .env nothing is started', async () => {
  const { code, stdout } = await deploy('first', { env_file: setting.path('nowhere.env') })
  expect(code).toBe(2)
  expect(stdout).toMatch(/Write the \.env/)
  envIsGone()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
