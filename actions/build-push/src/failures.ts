import { ExecError } from '../../../toolkit/exec/exec.ts'

const PUSHING = /\bpush(?:ing)?\b/i
// The Dockerfile's own failures: a step of it that lost its connection is not ours to repeat.
const BUILDING = /did not complete successfully|returned a non-zero code|error building at STEP/i
// A status stands by itself; in a tag such as `401-0a3087a` it is a run number.
const REFUSED =
  /(?<![^\s(=])40[0134](?![\w.-])|unauthorized|forbidden|denied|invalid reference|no basic auth/i
const PASSING =
  /(?<![^\s(=])(?:429|50[0234])(?![\w.-])|too ?many ?requests|internal server error|bad gateway|service unavailable|gateway time-?out|connection reset|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout|connection refused/i

/** Whether a failed push may work when tried again: the registry was busy or broken, or the connection was. */
export function pushMayPass(thrown: unknown): boolean {
  const said = lastWords(thrown)
  return PUSHING.test(said) && !BUILDING.test(said) && mayPass(said)
}

/** Whether a failed login may work when tried again. */
export function loginMayPass(thrown: unknown): boolean {
  return mayPass(lastWords(thrown))
}

function mayPass(said: string): boolean {
  return PASSING.test(said) && !REFUSED.test(said)
}

/** The end of what a program said, without buildkit's progress (`#6 pushing layer …`), whose times look like codes. */
function lastWords(thrown: unknown): string {
  if (!(thrown instanceof ExecError)) return ''
  const { stdout, stderr } = thrown.result
  const lines = [stdout, stderr].flatMap(output => output.trim().split('\n').slice(-12))
  const [what] = thrown.message.split('\n')
  return [what, ...lines.filter(line => !/^#\d+ (?!ERROR)/.test(line))].join('\n')
}
