import { expect, test } from '@jest/globals'
import { secretsOfEnvironment } from './environment.ts'

test.each<[string, string, string[]]>([
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI', ['wJalrXUtnFEMI']],
  ['GITHUB_TOKEN', 'ghs_x1y2', ['ghs_x1y2']],
  ['ARM_CLIENT_SECRET', 'abc', ['abc']],
  ['DB_PASSWORD', 'hunter2', ['hunter2']],
  ['PGPASSWORD', 'hunter2', ['hunter2']],
  ['TF_VAR_api_key', 'hunter2', ['hunter2']],
  ['DATABASE_URL', 'postgres://u:p%40ss@host/db', ['p%40ss']],
  ['HTTPS_PROXY', 'http://host:8080', []],
  ['GIT_SSH_KEY_PATH', '/home/x/.ssh/id', []],
  ['SSH_AUTH_SOCK', '/tmp/agent', []],
  ['GITHUB_REPOSITORY', 'a/b', []],
  ['MONKEY', 'banana', []],
  ['PWD', '/home/runner/work', []],
  ['OLDPWD', '/home/runner', []],
  ['DB_PWD', 'hunter2', ['hunter2']],
  ['EMPTY_TOKEN', '', []],
])('%s=%s', (name, value, expected) => {
  expect(secretsOfEnvironment({ [name]: value })).toEqual(expected)
})
