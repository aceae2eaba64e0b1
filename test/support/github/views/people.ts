import { ACTIONS_BOT, type Account } from '../accounts.ts'
import type { Hub } from '../hub.ts'
import type { Schemas } from '../router.ts'
import { nodeId } from './node-id.ts'

/** A moment as the API writes it: UTC, without milliseconds. */
export const iso = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

export function userView(hub: Hub, { id, login, type }: Account): Schemas['simple-user'] {
  const url = `${hub.apiUrl}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${hub.url}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${hub.url}/${type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  }
}

export const orNull = (hub: Hub, account: Account | undefined) => (account ? userView(hub, account) : null)

/** The app that acts for a bot; null for people. */
export function appView(hub: Hub, account: Account): Schemas['nullable-integration'] {
  if (account.type !== 'Bot') return null
  const slug = account.login.replace('[bot]', '')
  const since = '2018-07-30T09:30:17Z'
  return {
    id: account.login === ACTIONS_BOT ? 15368 : account.id,
    slug,
    node_id: nodeId('U', 'app', account.id),
    owner: userView(hub, { id: 9919, login: 'github', type: 'Organization' }),
    name: slug,
    description: null,
    external_url: `${hub.url}/apps/${slug}`,
    html_url: `${hub.url}/apps/${slug}`,
    created_at: since,
    updated_at: since,
    permissions: {},
    events: [],
  }
}
