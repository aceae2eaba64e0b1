import { isArray, type Json, member, text } from './json.ts'
import type { FailedCheck } from './model.ts'

/** What of an element of `checks` did not pass: each instance, or all of it where there are none yet. */
export function failedChecks(check: Json): FailedCheck[] {
  const instances = member(check, 'instances')
  const kind = text(member(member(check, 'address'), 'kind')) ?? ''
  const whole = display(check) ?? ''
  const status = text(member(check, 'status')) ?? 'unknown'
  const failed = (isArray(instances) ? instances : [])
    .map(instance => ({
      address: display(instance) ?? whole,
      kind,
      status: text(member(instance, 'status')) ?? status,
      messages: messagesOf(instance),
    }))
    .filter(instance => instance.status !== 'pass')
  return failed.length > 0 || status === 'pass' ? failed : [{ address: whole, kind, status, messages: [] }]
}

/** The same from an element of `condition_results`, as plans of Terraform 1.2 have them. */
export function failedCondition(condition: Json): FailedCheck[] {
  const unknown = member(condition, 'unknown') === true
  if (member(condition, 'result') === true && !unknown) return []
  const message = text(member(condition, 'error_message'))
  return [
    {
      address: text(member(condition, 'address')) ?? '',
      kind: text(member(condition, 'condition_type')) ?? '',
      status: unknown ? 'unknown' : 'fail',
      messages: message === undefined ? [] : [message],
    },
  ]
}

function display(check: Json): string | undefined {
  return text(member(member(check, 'address'), 'to_display'))
}

function messagesOf(instance: Json): string[] {
  const problems = member(instance, 'problems')
  if (!isArray(problems)) return []
  return problems.map(problem => text(member(problem, 'message'))).filter(message => message !== undefined)
}
