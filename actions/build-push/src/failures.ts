import { ExecError } from '../../../toolkit/exec/exec.ts'

// What docker, buildkit and buildah say while pushing or logging in. `process "…" did not complete` and its like are
// the Dockerfile's own failures: a step that lost its connection is not ours to repeat.
const PUSHING = /\bpush(?:ing)?\b|\blogin\b|\blog in\b|authorization token|\/v2\/|\/token\b/i
const OWN_FAILURE = /did not complete successfully|returned a non-zero code|error building at STEP/i
const REFUSED = /\b40[0134]\b|unauthorized|forbidden|denied|invalid reference|no basic auth/i
const PASSING =
  /\b429\b|too ?many ?requests|\b50[0234]\b|internal server error|bad gateway|service unavailable|gateway time-?out|connection reset|broken pipe|unexpected EOF|i\/o timeout|TLS handshake timeout|connection refused/i

/** Whether a failed push or login may work when tried again: the registry was busy or broken, or the connection was. */
export function mayPassByItself(thrown: unknown): boolean {
  if (!(thrown instanceof ExecError)) return false
  const said = lastWords(`${thrown.result.stdout}\n${thrown.result.stderr}`)
  return PUSHING.test(`${said}`) && PASSING.test(said) && !REFUSED.test(said) && !OWN_FAILURE.test(said)
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-12).join('\n')
}
