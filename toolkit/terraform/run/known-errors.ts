import type { Diagnostic } from './diagnostics.ts'

/** An error of Terraform's, OpenTofu's or a provider's that has a remedy which their text does not tell. */
interface KnownError {
  readonly pattern: RegExp
  /** One sentence or two: what is wrong, in plain words, and what to do. */
  readonly advice: string | ((text: string) => string)
}

const KNOWN: readonly KnownError[] = [
  { pattern: /Error (?:acquiring|locking) the state lock|Error locking state/i, advice: lockHeld },
  {
    pattern: /Unsupported (?:Terraform Core|OpenTofu Core|\w+) version/,
    advice: text =>
      `The configuration asks for another version${required(text)}: install that in the setup step, or change required_version.`,
  },
  {
    pattern: /state snapshot was created by .* which is newer than/,
    advice: 'The state was written by a newer version: install that one, or a newer one, in the setup step.',
  },
  {
    pattern:
      /No valid credential sources? found|failed to refresh cached credentials|could not find default credentials|InvalidClientTokenId|UnrecognizedClientException|ExpiredToken|InvalidAccessKeyId|unable to build authorizer|could not configure \w+ Authorizer|no EC2 IMDS role found/i,
    advice:
      "The cloud's credentials are missing, wrong or expired: log in before this step (aws-actions/configure-aws-credentials with `id-token: write`, google-github-actions/auth, azure/login).",
  },
  {
    pattern: /AccessDenied|is not authorized to perform|UnauthorizedOperation|AuthorizationFailed/,
    advice:
      'The credentials are valid but may not do this: give their role the permission that the error names.',
  },
  {
    pattern:
      /Inconsistent dependency lock file|Provider dependency changes detected|doesn't match any of the checksums|required by this configuration but no version is selected/,
    advice:
      'The lock file does not fit: run `terraform providers lock -platform=linux_amd64` (and your own platform), and commit .terraform.lock.hcl.',
  },
  {
    pattern:
      /does not match configured version constraint|previously-selected version \S+ is no longer available/,
    advice:
      'The lock file holds another version of the provider than is asked for, or one that is no longer there: run `terraform init -upgrade` and commit .terraform.lock.hcl.',
  },
  {
    pattern: /no available releases match the given constraints/,
    advice:
      'No version of the provider fits all constraints: correct those of the configuration or of its modules (`terraform providers` lists them).',
  },
  {
    pattern:
      /Failed to (?:query available|resolve) provider packages|Failed to install provider|Could not (?:retrieve the list of available versions|connect to)|Failed to download module|Could not download module|Error accessing remote module registry/,
    advice:
      'A provider or module cannot be downloaded: check its source and version, and that this runner reaches it; where the network was at fault, run the job again.',
  },
  {
    pattern: /No value for required variable/,
    advice: 'Give the variable through `var-files`, or as TF_VAR_… in the environment of the step.',
  },
  {
    pattern: /[Ww]orkspace "[^"]*" (?:doesn't|does not) exist|Currently selected workspace .* does not exist/,
    advice: 'Make the workspace once with `terraform workspace new`, or correct the input `workspace`.',
  },
  {
    pattern: /Saved plan is stale/,
    advice: 'The state has changed since the plan was made: plan again.',
  },
  {
    pattern: /Backend configuration changed|Backend type changed/,
    advice: 'An earlier step initialised another backend here: add `-reconfigure` to `init-args`.',
  },
]

/** What to do about an error that has a known remedy; undefined for any other. */
export function adviceOn({
  summary,
  detail,
  source = '',
}: Pick<Diagnostic, 'summary' | 'detail' | 'source'>): string | undefined {
  const text = `${summary}\n${detail}`
  // The tools wrap what they print for people, wherever a line is full.
  const line = text.replace(/\s+/g, ' ')
  const known = KNOWN.find(({ pattern }) => pattern.test(line))
  return typeof known?.advice === 'function' ? known.advice(`${text}\n${source}`) : known?.advice
}

/** Terraform's "Lock Info" tells who holds the lock. */
function lockHeld(text: string): string {
  const field = (name: string) => new RegExp(`^\\s*${name}:\\s+(\\S.*)$`, 'm').exec(text)?.[1]?.trim()
  const [id, who, since, operation] = ['ID', 'Who', 'Created', 'Operation'].map(field)
  // The HTTP backend tells of the holder only its ID, and under "Lock Info" what this very command asked for.
  const other = /already locked: ID=(\S+)/.exec(text)?.[1]
  if (other !== undefined && other !== id) return lockedBy('Another run', '', other)
  const doing = operation?.replace(/^OperationType/, '').toLowerCase()
  const holder = who === undefined ? 'Another run' : `'${who}'`
  const what = [doing && `for ${doing}`, since && `since ${since}`].filter(Boolean).join(', ')
  return lockedBy(holder, what, id)
}

function lockedBy(holder: string, what: string, id: string | undefined): string {
  const unlock =
    id === undefined ? '`terraform force-unlock` with its ID' : `\`terraform force-unlock ${id}\``
  return `${holder} holds the lock of the state${what === '' ? '' : ` (${what})`}: wait for it and run the job again, or raise \`lock-timeout\`. Only where that run is dead, release it: ${unlock}.`
}

function required(text: string): string {
  const version = /required_version\D*?["=]\s*"?([^"\n]*\d[^"\n]*)"/.exec(text)?.[1]
  return version === undefined ? '' : ` (${version.trim()})`
}
