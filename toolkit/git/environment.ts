import type { Setting } from './access.ts'

/** What the caller's environment may tell git about the way to the server. */
const KEPT = /^GIT_(SSL_|HTTP_(?!EXTRA)|PROXY_|EXEC_PATH$)/

const ISOLATION: readonly Setting[] = [
  ['credential.helper', ''],
  ['core.hooksPath', '/dev/null'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['protocol.ext.allow', 'never'],
  // A server that sends nothing for a minute is given up (curl's low-speed limit); git's keep-alives count as something.
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/**
 * The environment for git in a private repository: neither the runner's git configuration nor its GIT_ variables
 * steer it (a global `insteadOf`, hook, extra header or askpass program could send credentials or commits astray),
 * but its way to the server (proxy, certificates) is kept.
 * @param http the caller's own `http.*` settings.
 */
export function gitEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  settings: readonly Setting[],
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(GIT_|SSH_ASKPASS|LC_|LANG)/.test(name) || KEPT.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    // Failures are told apart by git's words, which it translates.
    LC_ALL: 'C',
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...configVariables([...ISOLATION, ...settings]),
  }
}

/** Settings as git takes them from its environment (git-config, GIT_CONFIG_COUNT); needs git 2.31. */
function configVariables(settings: readonly Setting[]): Record<string, string> {
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(entries) }
}

/**
 * The settings in the output of `git config --null --get-regexp ^http\.` that lead to the server.
 * Headers and cookies are left behind: they are somebody else's credentials.
 */
export function routeSettings(listing: string): Setting[] {
  return listing
    .split('\0')
    .filter(entry => entry !== '')
    .map((entry): Setting => {
      const [key = '', ...value] = entry.split('\n')
      return [key, value.join('\n')]
    })
    .filter(([key]) => !/\.(extraheader|cookiefile|savecookies)$/i.test(key))
}
