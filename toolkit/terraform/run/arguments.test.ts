import { expect, test } from '@jest/globals'
import { readInputs } from '../../action/fields.ts'
import { applyArguments, backendFile, initArguments, planArguments } from './arguments.ts'
import { toolEnvironment } from './environment.ts'
import { terraformInputs } from './inputs.ts'
import { unitsArguments } from './terragrunt.ts'

const inputs = (given: Record<string, string> = {}) => readInputs(terraformInputs, name => given[name] ?? '')

test.each([
  [
    'init',
    initArguments(inputs({ 'init-args': '-upgrade' }), ['/f']),
    ['init', '-input=false', '-no-color', '-lock-timeout=60s', '-backend-config=/f', '-upgrade'],
  ],
  [
    'init to validate',
    initArguments(inputs(), undefined),
    ['init', '-input=false', '-no-color', '-lock-timeout=60s', '-backend=false'],
  ],
  [
    'plan: what the user gives wins, but for the file',
    planArguments(inputs({ 'plan-args': '-lock-timeout=1s\n-target=a.b["c d"]' }), '/out', ['/v']),
    [
      'plan',
      '-json',
      '-input=false',
      '-no-color',
      '-lock-timeout=60s',
      '-var-file=/v',
      '-lock-timeout=1s',
      '-target=a.b["c d"]',
      '-out=/out',
    ],
  ],
  [
    'apply',
    applyArguments(inputs({ 'plan-args': '-var=a=1' }), '/plan', undefined),
    ['apply', '-json', '-input=false', '-no-color', '-lock-timeout=60s', '/plan'],
  ],
  [
    'apply with ephemeral variables',
    applyArguments(inputs({ 'plan-args': '-var=a=1\n-target=x.y\n--var-file=b' }), '/plan', ['/v']),
    [
      ...['apply', '-json', '-input=false', '-no-color', '-lock-timeout=60s'],
      ...['-var-file=/v', '-var=a=1', '--var-file=b', '/plan'],
    ],
  ],
  ['Terragrunt today', unitsArguments('1.1.2', 'plan', ['-x']), ['run', '--all', '--', 'plan', '-x']],
  ['Terragrunt 0.78', unitsArguments('0.78.0', 'plan', []), ['run', '--all', '--', 'plan']],
  ['Terragrunt before', unitsArguments('0.77.9', 'plan', ['-x']), ['run-all', 'plan', '-x']],
])('%s', (_, args, expected) => {
  expect(args).toEqual(expected)
})

test('backend settings become a file that says the same', () => {
  const { 'backend-config': settings } = inputs({
    'backend-config': 'prod.tfbackend\nbucket=b\npath=a"b\\c${d}\nassume_role={role_arn="x"}\nencrypt=true',
  })
  expect(backendFile(settings)).toBe(
    'bucket = "b"\npath = "a\\"b\\\\c$${d}"\nassume_role = {role_arn="x"}\nencrypt = "true"\n',
  )
  expect(backendFile([{ file: 'x' }])).toBe('')
})

test('the environment: quiet, without inputs, and with TF_CLI_ARGS only where something is planned', () => {
  const env = {
    PATH: '/bin',
    'INPUT_GITHUB-TOKEN': 't',
    TF_INPUT: '1',
    TF_CLI_ARGS: '-lock=false',
    TF_CLI_ARGS_plan: '-parallelism=3',
    TF_CLI_ARGS_show: '-x',
  }
  const quiet = { TF_IN_AUTOMATION: 'true', TF_INPUT: '0', CHECKPOINT_DISABLE: 'true' }
  const plan = toolEnvironment(env, 'plan')
  expect(plan).toMatchObject({ ...quiet, TF_CLI_ARGS: '-lock=false', TF_CLI_ARGS_plan: '-parallelism=3' })
  expect(plan).not.toHaveProperty('INPUT_GITHUB-TOKEN')
  const show = toolEnvironment(env, 'show')
  expect(show).toMatchObject({ PATH: '/bin', ...quiet })
  expect(show).not.toHaveProperty('TF_CLI_ARGS')
  expect(show).not.toHaveProperty('TF_CLI_ARGS_show')
})
