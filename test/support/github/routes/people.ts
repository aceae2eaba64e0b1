/** Who somebody is. */

import type { Account } from '../accounts.ts'
import type { Hub } from '../hub.ts'
import { notFound, Refusal } from '../refusal.ts'
import { ok, type Routes } from '../router.ts'
import { iso, userView } from '../views/people.ts'

export const peopleRoutes: Routes = {
  'GET /user': ({ hub, actor }) => {
    if (actor.account.login === '') throw new Refusal(401, 'Requires authentication')
    // A job's GITHUB_TOKEN is an installation's, which is no user.
    if (actor.account.type === 'Bot') throw new Refusal(403, 'Resource not accessible by integration')
    return ok(profile(hub, actor.account))
  },
  'GET /users/{username}': ({ hub, params }) => {
    const account = hub.accounts.known(params.username ?? '')
    if (!account) throw notFound()
    return ok(profile(hub, account))
  },
  'GET /rate_limit': () => {
    const limit = { limit: 5000, used: 0, remaining: 5000, reset: Math.floor(Date.now() / 1000) + 3600 }
    return ok({ resources: { core: limit, search: limit, graphql: limit }, rate: limit })
  },
}

function profile(hub: Hub, account: Account) {
  const since = iso(new Date(0))
  return {
    ...userView(hub, account),
    name: account.login,
    email: null,
    bio: null,
    blog: null,
    company: null,
    hireable: null,
    location: null,
    followers: 0,
    following: 0,
    public_gists: 0,
    public_repos: 0,
    created_at: since,
    updated_at: since,
  }
}
