import type { ResourceChange } from '../../../toolkit/terraform/plan/model.ts'
import type { Message } from '../../../toolkit/terraform/run/messages.ts'

/** How far an apply came with each planned change, in the order of the plan. */
export interface Progress {
  readonly applied: readonly Step[]
  readonly failed: readonly Step[]
  /** Begun, and then neither completed nor failed as far as was told: the apply was killed. */
  readonly unfinished: readonly Step[]
  readonly notReached: readonly Step[]
}

/** One planned change. */
export interface Step {
  readonly address: string
  readonly kind: ResourceChange['kind']
  /** What the provider calls the object, where it was told: with it the object can be imported. */
  readonly id?: string
  /** How long it took, all in all. */
  readonly seconds?: number
}

type Planned = Pick<ResourceChange, 'address' | 'kind' | 'actions'>

/** The actions of which messages tell; of what happens in the state alone, such as `forget`, they do not. */
const DEEDS: readonly string[] = ['create', 'read', 'update', 'delete']

/** @param ok whether the apply succeeded: then all is applied, told or not. */
export function progressOf(planned: readonly Planned[], messages: readonly Message[], ok: boolean): Progress {
  const told = toldByAddress(messages)
  const steps = planned.map(({ address, kind, actions }) => {
    const { done, errored, started, id, seconds } = told.get(address) ?? nothing()
    const deeds = actions.filter(action => DEEDS.includes(action))
    const complete = ok || (deeds.length > 0 && deeds.every(deed => done.has(deed)))
    const stage = errored ? 'failed' : complete ? 'applied' : started ? 'unfinished' : 'notReached'
    return {
      stage,
      step: { address, kind, ...(id !== undefined && { id }), ...(seconds > 0 && { seconds }) },
    }
  })
  const at = (stage: keyof Progress) => steps.flatMap(one => (one.stage === stage ? [one.step] : []))
  return {
    applied: at('applied'),
    failed: at('failed'),
    unfinished: at('unfinished'),
    notReached: at('notReached'),
  }
}

interface Told {
  readonly done: Set<string>
  errored: boolean
  started: boolean
  id: string | undefined
  seconds: number
}

const nothing = (): Told => ({ done: new Set(), errored: false, started: false, id: undefined, seconds: 0 })

function toldByAddress(messages: readonly Message[]): Map<string, Told> {
  const told = new Map<string, Told>()
  for (const message of messages) {
    if (!('address' in message)) continue
    const one = told.get(message.address) ?? nothing()
    told.set(message.address, one)
    if (message.type === 'apply_start') one.started = true
    else if (message.type === 'apply_errored') one.errored = true
    else if (message.type === 'apply_complete') {
      one.done.add(message.action)
      one.seconds += message.seconds ?? 0
      one.id = message.action === 'delete' ? one.id : (/\[id=(.+)\]$/.exec(message.text)?.[1] ?? one.id)
    }
  }
  return told
}
