import {
  bool,
  choice,
  defineInputs,
  field,
  integer,
  lines,
  secret,
  text,
} from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { commentKey, commentToken } from '../../../toolkit/comment/fields.ts'
import { parseVariables } from './secrets/env-file.ts'
import { parseVaultPasswords } from './secrets/vault-passwords.ts'

const inputs = defineInputs({
  playbook: text({
    description: 'The playbook, a file of this repository, relative to the workspace.',
    required: true,
  }),
  hosts: text({
    description:
      "The hosts as Terraform's output `hosts` has them, a map of name to `{address, user, port, groups, vars}`: the `outputs` or the `outputs-file` of terraform-apply, the JSON of `terraform output -json`, or that map alone; as text or as the path of a file.",
  }),
  inventory: lines({
    description: 'Ready inventories instead of `hosts`, one path a line, relative to the workspace.',
  }),
  requirements: text({
    description:
      'A `requirements.yml` of collections and roles, installed before the play; what is there already, from a cache, say, is not fetched again.',
  }),
  user: text({ description: 'The user to log in as where the hosts name none.' }),
  'ssh-private-key': secret({
    description:
      'The private key to log in with, without a passphrase; line breaks of any kind will do. Only ever in a private file that is gone after the step.',
  }),
  'known-hosts': text({
    description:
      "The hosts' keys, as lines of `known_hosts` (`ssh-keyscan` prints them): any other key is refused. Default: what `~/.ssh/known_hosts` has; a host that is not there is trusted at first sight, for this step only.",
  }),
  'ssh-config': text({
    description:
      "OpenSSH client configuration, as text or as the path of a file: jump hosts (`ProxyJump`), AWS SSM (`ProxyCommand`), other addresses and ports. Default: the runner's `~/.ssh/config`.",
  }),
  'vault-passwords': field(
    {
      description: 'The password of Ansible Vault, or lines `id=password` for several vault ids.',
      secret: true,
    },
    parseVaultPasswords,
  ),
  'extra-vars': text({
    description:
      'Variables for the play, lines `name=value` or a YAML or JSON mapping; handed over in a private file, never on a command line.',
  }),
  'env-file': field(
    {
      description:
        'Lines `NAME=value` (values exactly as they stand, quotes, `$` and `#` included), or a JSON object where values have several lines: written to a private `.env` file that Docker Compose reads back unchanged, whose path the play gets as the variable `env_file`.',
      secret: true,
    },
    parseVariables,
  ),
  limit: text({ description: "Only these hosts: Ansible's pattern, such as `app:!app-3`." }),
  tags: text({ description: 'Only tasks with one of these tags, separated by commas.' }),
  'skip-tags': text({ description: 'No task with one of these tags, separated by commas.' }),
  check: bool({
    description: 'Only say what would change (`--check`); on a pull request this stands in its comment.',
    default: false,
  }),
  diff: bool({
    description:
      'Show how files change (`--diff`): in the log, the job summary and the comment. Tasks with `no_log: true` or `diff: false` show nothing.',
    default: false,
  }),
  'wait-for-ssh': integer({
    description:
      'For how many seconds to wait until every host of the play lets us in by SSH and its cloud-init is done; `0`: not at all.',
    min: 0,
    max: 3600,
    default: '300',
  }),
  retries: integer({
    description:
      'How often to play again on hosts that became unreachable, and on these only unless Ansible broke the play off. A failed task is never tried again.',
    min: 0,
    max: 10,
    default: '2',
  }),
  'verify-idempotent': bool({
    description: 'Play a second time, and fail naming what changed again.',
    default: false,
  }),
  comment: choice({
    description:
      'Where to comment: `auto` in check mode on the pull request of the event, where there is one and the token may; `always` also after a real run, and fails where it cannot be done; `changes` begins no comment where nothing would change, but updates the one that is there; `never`.',
    words: ['auto', 'always', 'changes', 'never'],
    default: 'auto',
  }),
  'comment-key': commentKey,
  'github-token': commentToken,
})

/** The contract of ansible-run. */
export const spec = defineAction({
  name: 'ansible-run',
  title: 'Ansible run',
  description:
    'Play an Ansible playbook on the hosts that Terraform made: waits for them, keeps every secret private, and tells what happened.',
  branding: { icon: 'server', color: 'green' },
  inputs,
  outputs: {
    ok: {
      description:
        'How many task results were ok, over all hosts; those that changed something are among them.',
    },
    changed: { description: 'How many changed something (in check mode: would).' },
    failed: { description: 'How many failed.' },
    unreachable: { description: 'How many hosts stayed unreachable.' },
    recap: {
      description:
        'JSON by host: `{"web-1": {"ok": 5, "changed": 1, "unreachable": 0, "failed": 0, "skipped": 0, "rescued": 0, "ignored": 0}}`.',
    },
    results: {
      description:
        'The path of all events, one JSON object a line: tasks with file and line, results by host, diffs, durations. Known secrets are hidden in it. Gone after the job.',
    },
    'comment-url': { description: 'The comment; empty where none was written.' },
  },
})

/** The inputs of ansible-run, read. */
export type AnsibleInputs = InputsOf<typeof spec>
