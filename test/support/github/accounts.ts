import { randomBytes } from 'node:crypto'
import { type Identity, identity } from './commit-object.ts'
import { Refusal } from './refusal.ts'

/** A user, organisation or bot. */
export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
}

export type Level = 'read' | 'write'

/** What a token may be allowed to touch: the names of `permissions:` in a workflow, with `_`. */
export type Scope =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'metadata'
  | 'pull_requests'
  | 'statuses'

/** Who is asking, and what that token allows. */
export interface Actor {
  readonly account: Account
  /** Full names, lower case; undefined: every repository. */
  readonly repositories: ReadonlySet<string> | undefined
  /** Scopes that differ from `level`; a scope listed as `none` is refused. */
  readonly permissions: Partial<Record<Scope, Level | 'none'>>
  readonly level: Level
}

/** What a token is made from. */
export interface TokenOptions {
  /** Login of the token's user; default: GitHub's own `github-actions[bot]`, as with GITHUB_TOKEN. */
  readonly user?: string
  /** Whether it may change things; default: true. */
  readonly write?: boolean
  /** The `owner/name`s it reaches; default: all. */
  readonly repositories?: readonly string[]
  /** Scopes that differ from `write`, as `permissions:` of a job sets them. */
  readonly permissions?: Partial<Record<Scope, Level | 'none'>>
}

export const ACTIONS_BOT = 'github-actions[bot]'

/** The accounts and tokens of one server. */
export function createAccounts() {
  const byLogin = new Map<string, Account>()
  const byToken = new Map<string, Actor>()
  const account = (login: string, type?: Account['type']): Account => {
    const known = byLogin.get(login.toLowerCase())
    if (known) return known
    const made: Account = {
      // The bot's true id stands in its e-mail address, which workflows write down.
      id: login === ACTIONS_BOT ? 41898282 : 1000 + byLogin.size,
      login,
      type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
    }
    byLogin.set(login.toLowerCase(), made)
    return made
  }
  return {
    account,
    /** The account of a login that was seen before. */
    known: (login: string) => byLogin.get(login.toLowerCase()),
    token(options: TokenOptions = {}): string {
      const token = `ghs_${randomBytes(18).toString('hex')}`
      byToken.set(token, {
        account: account(options.user ?? ACTIONS_BOT),
        repositories: options.repositories && new Set(options.repositories.map(name => name.toLowerCase())),
        permissions: options.permissions ?? {},
        level: options.write === false ? 'read' : 'write',
      })
      return token
    },
    actorOf: (token: string): Actor | undefined => byToken.get(token),
  }
}
export type Accounts = ReturnType<typeof createAccounts>

/** Whether a token allows this. */
export function allows(actor: Actor, fullName: string, scope: Scope, level: Level): boolean {
  if (actor.repositories && !actor.repositories.has(fullName.toLowerCase())) return false
  const granted = actor.permissions[scope] ?? actor.level
  return granted === 'write' || granted === level
}

/** Whether a token sees the repository at all. */
export function reaches(actor: Actor, fullName: string): boolean {
  return actor.repositories === undefined || actor.repositories.has(fullName.toLowerCase())
}

/** The address under which GitHub commits for an account. */
export function noreplyAddress(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`
}

/** An account as GitHub writes it into commits, at this moment. */
export function githubIdentity(account: Account): Identity {
  return identity(account.login, noreplyAddress(account))
}

/** The token in an Authorization header: `Bearer`, `token`, or `Basic` with any user name. */
export function tokenIn(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.+)$/.exec(header ?? '') ?? []
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value
    case 'basic': {
      const pair = Buffer.from(value, 'base64').toString()
      const [user, password] = [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]
      return password === '' || password === 'x-oauth-basic' ? user : password
    }
    default:
      return undefined
  }
}

/**
 * Who asks the API; undefined without a token.
 * @throws Refusal 401 for a token that is not known.
 */
export function authenticate(accounts: Accounts, header: string | undefined): Actor | undefined {
  const token = tokenIn(header)
  if (token === undefined) return undefined
  const actor = accounts.actorOf(token)
  if (!actor) throw new Refusal(401, 'Bad credentials')
  return actor
}
