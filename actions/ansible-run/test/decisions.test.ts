import { describe, expect, test } from '@jest/globals'
import { setting } from '../src/ansible-cfg.ts'
import { mayPass, requiredKinds } from '../src/galaxy.ts'
import { destinations, parseListing } from '../src/hosts/inventory-hosts.ts'
import { playArgs } from '../src/play/args.ts'
import { environment } from '../src/play/environment.ts'
import { listedHosts } from '../src/play/played-hosts.ts'
import type { Event } from '../src/report/events.ts'
import { readEvents } from '../src/report/events.ts'
import { resultLines } from '../src/report/lines.ts'
import { isBrokenOff, outcomeOf, totals } from '../src/report/outcome.ts'
import { errorsIn, explained, failureOf, mistakeOf, saidBy } from '../src/report/verdict.ts'
import { destinationOf } from '../src/ssh/destination.ts'
import { verdictOn } from '../src/ssh/probe.ts'
import { refusalOf } from '../src/ssh/refusal.ts'
import { line, words } from '../src/ssh/words.ts'

test('arguments hold paths only, and no value is taken for an option', () => {
  const args = playArgs({
    playbook: 'site.yml',
    inventories: ['/t/inventory.ini'],
    limits: '!app-1',
    tags: '-x',
    skipTags: undefined,
    user: 'ubuntu',
    check: true,
    diff: true,
    varsFiles: ['/t/extra-vars.yml'],
    vaultIds: [{ id: 'prod', file: '/t/vault-prod' }],
  })
  expect(args).toEqual([
    '--inventory=/t/inventory.ini',
    '--user=ubuntu',
    '--limit=!app-1',
    '--tags=-x',
    '--check',
    '--diff',
    '--extra-vars=@/t/extra-vars.yml',
    '--vault-id=prod@/t/vault-prod',
    '--',
    'site.yml',
  ])
})

test('the environment keeps what a repository has set up, and none of our inputs', () => {
  const ssh = { args: [], hasKey: true, redirects: false, controlFolder: undefined }
  const cfg = {
    path: '/w/ansible.cfg',
    callbackPlugins: '/w/plugins',
    sshArgs: undefined,
    sshCommonArgs: undefined,
    inventoryPlugins: 'amazon.aws.aws_ec2',
    vaultPasswordFiles: [],
  }
  const given = { PATH: '/bin', 'INPUT_SSH-PRIVATE-KEY': 'hush', INPUT_HOSTS: '{}' }
  const env = environment(given, { cfg, plugins: '/t/callbacks', ssh, folder: '/t', isStrict: true })
  expect(env).toEqual({
    PATH: '/bin',
    ANSIBLE_CONFIG: '/w/ansible.cfg',
    ANSIBLE_CALLBACK_PLUGINS: '/t/callbacks:/w/plugins',
    ANSIBLE_INVENTORY_UNPARSED_FAILED: 'True',
    ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: 'True',
    ANSIBLE_LOCAL_TEMP: '/t/tmp',
    ANSIBLE_INVENTORY_ENABLED: 'amazon.aws.aws_ec2,ini',
  })
})

test.each([
  ['[defaults]\ncallback_plugins = ./plugins\n', './plugins'],
  ['[defaults]\ncallback_plugins=a:b ; ours\n', 'a:b'],
  ['[defaults]\nCallback_Plugins: x\n', 'x'],
  ['[defaults]\n#callback_plugins = x\n', undefined],
  ['[ssh_connection]\ncallback_plugins = x\n', undefined],
  ['[defaults]\ncallback_plugins = a\n  # not this\n  b = c ; ours\n\nother = d\n', 'a\nb = c'],
  ['[defaults]\n  callback_plugins = x\n  other = y\n', 'x'],
  ['', undefined],
])('ansible.cfg %j', (ini, value) => {
  expect(setting(ini, 'defaults', 'callback_plugins')).toBe(value)
})

test.each([
  ['collections:\n  - name: a.b\n', ['collection']],
  ['roles: []\ncollections: []\n', ['collection', 'role']],
  ['- src: geerlingguy.docker\n', ['role']],
])('requirements %j', (yaml, kinds) => {
  expect(requiredKinds(yaml)).toEqual(kinds)
})

test.each([
  ['ERROR! Error when getting collection (HTTP Code: 503, Message: x)', true],
  ['Unknown error when attempting to call Galaxy at https://x: timed out', true],
  ['ERROR! Failed to resolve the requested dependencies map', false],
  ['(HTTP Code: 404, Message: Not Found)', false],
  ['(HTTP Code: 401, Message: Unauthorized)', false],
])('%j may pass: %j', (said, passes) => {
  expect(mayPass(said)).toBe(passes)
})

describe('what answers on a port', () => {
  test.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', { is: 'ssh' }],
    ['Welcome!\r\nSSH-2.0-x\r\n', { is: 'ssh' }],
    ['HTTP/1.1 400 Bad Request\r\n', { is: 'other', said: 'HTTP/1.1 400 Bad Request' }],
    ['220 smtp ESMTP\r\n', { is: 'other', said: '220 smtp ESMTP' }],
    ['\x15\x03\x01\x00\x02', { is: 'other', said: '?????' }],
    ['SSH-', undefined],
    ['Welcome', undefined],
  ])('%j', (said, verdict) => {
    expect(verdictOn(said)).toEqual(verdict)
  })
})

describe('why ssh cannot log in', () => {
  test.each<[string, string, RegExp]>([
    ["Warning: Permanently added 'a'\nroot@a: Permission denied (publickey).", 'key', /refuses the login/],
    [
      '"System is booting up. Unprivileged users are not permitted to log in yet."\nConnection closed',
      'wait',
      /booting/,
    ],
    [
      '@@@@\n@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.',
      'final',
      /another machine/,
    ],
    [
      'No ED25519 host key is known for [h]:22 and you have requested strict checking.\nHost key verification failed.',
      'final',
      /'known-hosts' has no key/,
    ],
    [
      '/t/config: line 3: Bad configuration option: foo\n/t/config: terminating, 1 bad',
      'final',
      /cannot read its configuration/,
    ],
    [
      'ssh: connect to host h port 22: Connection timed out',
      'wait',
      /^ssh: connect to host h port 22: Connection timed out$/,
    ],
    ['', 'wait', /said nothing/],
  ])('%j', (stderr, kind, why) => {
    expect(refusalOf(stderr)).toEqual({ kind, why: expect.stringMatching(why) })
  })
})

test.each<[string, string[]]>([
  ['-C -o ControlMaster=auto', ['-C', '-o', 'ControlMaster=auto']],
  [`-o 'ProxyCommand=ssh -W %h:%p "a b"'`, ['-o', 'ProxyCommand=ssh -W %h:%p "a b"']],
  ['-o "IdentityFile=/a \\"b\\"/c"  x\\ y', ['-o', 'IdentityFile=/a "b"/c', 'x y']],
  [`-F '/it'"'"'s'`, ['-F', "/it's"]],
  ['', []],
])('the words of %j', (text, expected) => {
  expect(words(text)).toEqual(expected)
  expect(words(line(expected))).toEqual(expected)
})

test('a host is reached as its variables say, and not waited for where only the play knows how', () => {
  const vars = {
    ansible_host: '203.0.113.5',
    ansible_ssh_private_key_file: '/k/id',
    ansible_ssh_common_args: '-J bastion',
    ansible_ssh_extra_args: '-4',
  }
  expect(destinationOf('web', vars)).toMatchObject({
    args: ['-o', 'IdentityFile="/k/id"', '-J', 'bastion', '-4'],
    password: false,
  })
  expect(destinationOf('web', { ansible_password: { __ansible_vault: 'x' } })?.password).toBe(true)
  for (const open of [
    { ansible_connection: 'community.aws.aws_ssm' },
    { ansible_user: '{{ name }}' },
    { ansible_ssh_common_args: '-J {{ bastion }}' },
  ])
    expect(destinationOf('web', open)).toBeUndefined()
})

test('the hosts of a listing are those that are reached by SSH at a known address', () => {
  const listing = {
    _meta: {
      hostvars: {
        a: { ansible_host: '203.0.113.5', ansible_port: '2222', ansible_user: 'u' },
        b: { ansible_connection: 'local' },
        c: { ansible_host: '{{ found }}' },
      },
    },
    all: { hosts: ['a', 'b', 'c', 'd'] },
  }
  expect(destinations(listing)).toEqual([
    { name: 'a', address: '203.0.113.5', port: 2222, user: 'u', args: [], password: false },
    { name: 'd', address: 'd', port: undefined, user: undefined, args: [], password: false },
  ])
})

test('a listing may hold numbers that JSON does not know', () => {
  const listing =
    '{\n    "a": NaN,\n    "b": [\n        -Infinity,\n        1\n    ],\n    "c": "x: NaN,"\n}\n'
  expect(parseListing(listing)).toEqual({ a: null, b: [null, 1], c: 'x: NaN,' })
})

test('the names in --list-hosts', () => {
  const stdout =
    "\nplaybook: site.yml\n\n  play #1 (app): app\tTAGS: []\n    pattern: ['app']\n    hosts (2):\n      web-1\n      web 2\n"
  expect(listedHosts(stdout)).toEqual(['web-1', 'web 2'])
})

const counts = { ok: 0, changed: 0, unreachable: 0, failures: 0, skipped: 0, rescued: 0, ignored: 0 }
const task = (id: string): Event => ({
  event: 'task',
  at: 1,
  task: id,
  name: id,
  action: 'raw',
  path: '/w/a.yml:1',
  handler: false,
  fatal: false,
})
const result = (
  id: string,
  host: string,
  status: 'ok' | 'failed' | 'unreachable',
  more: object = {},
): Event => ({
  event: 'result',
  at: 2,
  task: id,
  host,
  status,
  changed: false,
  ignored: false,
  seconds: 1,
  censored: false,
  ...more,
})

describe('the outcome', () => {
  test('of rescued, ignored and fatal failures, only the last kind counts', () => {
    const { fatal } = outcomeOf([
      {
        code: 2,
        events: [
          task('1'),
          result('1', 'a', 'failed'),
          task('2'),
          result('2', 'a', 'failed', { ignored: true }),
          task('3'),
          result('3', 'a', 'failed'),
          { event: 'stats', at: 3, hosts: { a: { ...counts, failures: 1, rescued: 1, ignored: 1 } } },
        ],
      },
    ])
    expect(fatal.map(({ task }) => task)).toEqual(['3'])
  })

  test('a host that was played again has what its last run left', () => {
    const first = [
      task('1'),
      result('1', 'a', 'ok'),
      result('1', 'b', 'unreachable'),
      {
        event: 'stats',
        at: 3,
        hosts: { a: { ...counts, ok: 1 }, b: { ...counts, unreachable: 1 } },
      } as Event,
    ]
    const again = [
      task('9'),
      result('9', 'b', 'ok'),
      { event: 'stats', at: 5, hosts: { b: { ...counts, ok: 1 } } } as Event,
    ]
    const outcome = outcomeOf([
      { code: 4, events: first },
      { code: 0, events: again },
    ])
    expect(totals(outcome.recap)).toMatchObject({ ok: 2, unreachable: 0 })
    expect(outcome.results.map(({ task, host }) => task + host)).toEqual(['1a', '9b'])
    expect(outcome.fatal).toEqual([])
  })

  const play: Event = { event: 'play', at: 1, play: 'all', hosts: 'all' }
  const lost = (id: string, host: string, more: object = {}) => result(id, host, 'unreachable', more)
  test.each<[string, Event[], boolean]>([
    ['one of two is lost', [play, task('1'), lost('1', 'a'), result('1', 'b', 'ok')], false],
    ['all are', [play, task('1'), lost('1', 'a'), lost('1', 'b')], true],
    [
      'all of the last play are',
      [play, task('1'), result('1', 'b', 'ok'), play, task('2'), lost('2', 'a')],
      true,
    ],
    [
      'all of an earlier one are',
      [play, task('1'), lost('1', 'a'), play, task('2'), result('2', 'b', 'ok')],
      false,
    ],
    [
      'one is where that ends the play',
      [play, { ...task('1'), fatal: true } as Event, lost('1', 'a'), result('1', 'b', 'ok')],
      true,
    ],
    ['that is ignored', [play, task('1'), lost('1', 'a', { ignored: true })], false],
    ['nothing was played', [play], false],
  ])('is broken off or not where %s', (_, events, expected) => {
    expect(isBrokenOff({ events })).toBe(expected)
  })

  test('a lost host that was not played on again is still lost', () => {
    const stats = (hosts: object): Event => ({ event: 'stats', at: 3, hosts: hosts as never })
    const [reached, gone] = [
      { ...counts, ok: 1 },
      { ...counts, unreachable: 1 },
    ]
    const first = [task('1'), lost('1', 'a'), lost('1', 'b'), stats({ a: gone, b: gone })]
    const again = [task('9'), result('9', 'b', 'ok'), stats({ b: reached })]
    const outcome = outcomeOf([
      { code: 4, events: first },
      { code: 0, events: again },
    ])
    expect(outcome.code).toBe(4)
    expect(failureOf(outcome)).toMatch(/^1 host unreachable \(a: /)
  })

  test('a line that was cut off is left out', () => {
    expect(readEvents('{"event":"no_hosts","at":1}\n{"event":"sta')).toEqual([{ event: 'no_hosts', at: 1 }])
  })
})

test('kept results number the runs, and hide what is secret wherever it stands', () => {
  const events = [result('1', 'a', 'failed', { items: [{ item: 'x', msg: 'is hush' }] })]
  const lines = resultLines([{ events: [] }, { events }], text => text.replaceAll('hush', '***'))
  expect(lines.split('\n')).toEqual([expect.stringMatching(/^{"run":2,.*"msg":"is \*\*\*"/), ''])
})

describe('what Ansible complains about', () => {
  const nobody = outcomeOf([{ code: 0, events: [] }])

  test.each<[number, string, string | undefined, object]>([
    [
      4,
      "ERROR! conflicting action statements: copy, file\n\nThe error appears to be in '/w/site.yml': line 4, column 7, but may\n",
      'the playbook cannot be read: conflicting action statements: copy, file',
      { file: '/w/site.yml', line: 4 },
    ],
    [
      4,
      '[ERROR]: YAML parsing failed: x\nOrigin: /w/site.yml:3:1\n',
      'the playbook cannot be read: YAML parsing failed: x',
      { file: '/w/site.yml', line: 3 },
    ],
    [
      1,
      'ERROR! the playbook: x could not be found',
      'Ansible refused to play: the playbook: x could not be found',
      {},
    ],
    [
      2,
      'ansible-playbook: error: unrecognized arguments: --x',
      'Ansible refused its options: unrecognized arguments: --x',
      {},
    ],
    [250, '', 'Ansible crashed: exit code 250, without a word', {}],
    [
      1,
      'ERROR! Decryption failed (no vault secrets were found that could decrypt) on /w/v.yml',
      "a vault cannot be opened; 'vault-passwords' needs its password, under its vault id: Decryption failed (no vault secrets were found that could decrypt) on /w/v.yml",
      {},
    ],
  ])('exit code %i and %j', (code, said, message, place) => {
    expect(mistakeOf({ code, said }, nobody)).toEqual({ message, ...place })
  })

  test('a failed task or a lost host is no mistake of the playbook', () => {
    const lost = outcomeOf([
      { code: 4, events: [{ event: 'stats', at: 1, hosts: { a: { ...counts, unreachable: 1 } } }] },
    ])
    expect(mistakeOf({ code: 4, said: 'ERROR! x' }, lost)).toBeUndefined()
  })

  test('colours are taken away, and what follows a colon belongs to it', () => {
    expect(errorsIn('\u001b[0;31mERROR! could not read, because:\u001b[0m\n\nthe reason\n')).toEqual([
      'could not read, because: the reason',
    ])
    expect(errorsIn('[ERROR]: Unable to retrieve file contents.\nCould not find or access x\n')).toEqual([
      'Unable to retrieve file contents. Could not find or access x',
    ])
    expect(explained(4, '').message).toBe('the playbook cannot be read: exit code 4, without a word')
  })

  test.each([
    [{ msg: 'no such package' }, 'no such package'],
    [
      { msg: 'non-zero return code', stderr: 'a\nlast words\n', rc: 2 },
      'non-zero return code: last words: exit code 2',
    ],
    [{ items: [{ item: 'x', msg: 'bad' }] }, 'item x: bad'],
    [{}, 'no reason is told'],
  ])('a result that says %j', (said, text) => {
    expect(saidBy(said)).toBe(text)
  })
})
