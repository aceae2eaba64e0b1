import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createSecrets } from '../../redact/secrets.ts'
import { readContext } from '../../runner/context.ts'
import { learnSecrets } from './learn-secrets.ts'
import { declaresEphemeral, sensitiveVariables, valuesInText, valuesOf } from './sensitive-variables.ts'
import { sensitiveInState } from './state-secrets.ts'

const HCL = `
# variable "comment" { sensitive = true }
/* variable "block" { sensitive = true } */
variable "plain" { default = "x" }
variable "off" {
  sensitive = false
}
variable "pw" {
  type = object({ a = string })
  sensitive = true // yes
  default = { a = "sec\\"ret$\${x}", n = 12345 }
  validation {
    condition     = length(var.pw.a) > 1
    error_message = "no } here"
  }
}
variable "once" { ephemeral = true }
variable "broken" {
  sensitive = true
`

test.each([
  ['HCL', 'main.tf', HCL, { pw: ['sec"ret${x}', '12345'], once: [], broken: [] }],
  [
    'JSON',
    'main.tf.json',
    '{"variable":{"a":{"sensitive":true,"default":{"x":["one",2,null]}},"b":{},"c":[{"ephemeral":true}]}}',
    { a: ['one', '2'], c: [] },
  ],
  ['JSON that is none', 'main.tf.json', '{', {}],
])('variables that are declared sensitive, in %s', (_, name, text, found) => {
  expect(Object.fromEntries(sensitiveVariables([{ name, text }]))).toEqual(found)
})

test.each([
  ['main.tf', HCL, true],
  ['main.tf', 'variable "a" {\n  sensitive = true\n  ephemeral = false\n}', false],
  ['main.tf', 'resource "x" "ephemeral" { ephemeral = true }', false],
  ['main.tf.json', '{"variable":{"a":{"sensitive":true},"b":[{"ephemeral":true}]}}', true],
  ['main.tf.json', '{"variable":{"a":{"ephemeral":false}}}', false],
])('whether %s declares an ephemeral variable: %s', (name, text, expected) => {
  expect(declaresEphemeral([{ name, text }])).toBe(expected)
})

test.each([
  ['x.tfvars', 'pw = "a"\nother = "b"\n', ['a']],
  ['x.tfvars', 'other = {\n  pw = "no"\n}\npw = {\n  k = ["x", 7]\n}', ['x', '7']],
  ['x.tfvars', 'pw = <<-EOT\n    line "one"\n    }\n  EOT\nother = "b"', ['    line "one"\n    }']],
  ['x.tfvars', 'pw = "tab\\tend \\u00e9"', ['tab\tend é']],
  ['x.tfvars.json', '{"pw":{"a":["s",true]},"other":"b"}', ['s', 'true']],
])('values in %s: %s', (name, text, values) => {
  expect(valuesOf({ name, text }, new Set(['pw']))).toEqual(values)
})

test('the text of a variable, and the literals of an expression', () => {
  expect(valuesInText('plain "text"')).toEqual(['plain "text"'])
  expect(valuesInText('{ a = "one" }')).toEqual(['{ a = "one" }', 'one'])
})

test('sensitive values of a state, by its marks', () => {
  const state = {
    values: {
      outputs: { a: { sensitive: true, value: { x: 'out' } }, b: { sensitive: false, value: 'no' } },
      root_module: {
        resources: [{ values: { pw: 'one', tags: { a: 'no' } }, sensitive_values: { pw: true, tags: {} } }],
        child_modules: [
          {
            resources: [
              {
                values: { list: [{ k: 'two' }, { k: 'no' }] },
                sensitive_values: { list: [{ k: true }, {}] },
              },
            ],
          },
        ],
      },
    },
  }
  expect(sensitiveInState(state)).toEqual(['out', 'one', 'two'])
  expect(sensitiveInState({})).toEqual([])
  expect(sensitiveInState(null)).toEqual([])
})

test('a root module is learned from all the places that give it values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'learn-'))
  try {
    writeFileSync(join(folder, 'main.tf'), 'variable "a" { sensitive = true }\nvariable "b" {}\n')
    writeFileSync(join(folder, 'x.auto.tfvars'), 'a = "from-auto"\nb = "plain-auto"\n')
    writeFileSync(join(folder, 'prod.tfvars'), 'a = "from-file"\n')
    const secrets = createSecrets()
    const env = {
      TF_VAR_a: 'from-env',
      TF_VAR_b: 'plain-env',
      TF_CLI_ARGS_plan: '-var=a=from-args -lock=false',
      DB_PASSWORD: 'from-name',
      SSH_PUBLIC_KEY: 'public-value',
      PWD: '/home/runner',
    }
    learnSecrets(
      { env, secrets, context: { ...readContext({}), workspace: folder } },
      { directory: '.', path: folder },
      {
        'var-files': ['prod.tfvars'],
        'backend-config': [
          { key: 'bucket', value: 'my-bucket' },
          { key: 'secret_key', value: 'from-backend' },
        ],
        'plan-args': ['-var', 'a=from-plan-args', '-var=b=plain-args'],
      },
    )
    const said =
      'from-auto from-file from-env from-args from-plan-args from-name from-backend plain-auto plain-env plain-args my-bucket public-value /home/runner'
    expect(secrets.redact(said)).toBe(
      '*** *** *** *** *** *** *** plain-auto plain-env plain-args my-bucket public-value /home/runner',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
