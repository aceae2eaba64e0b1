import { messageOf } from '../toolkit/action/errors.ts'
import type { Commit } from './inspect/commits.ts'
import type { PushedImage } from './inspect/registry.ts'
import type { Progress, WorkflowRun } from './player/player.ts'
import { shortDigest, shortPin } from './report-page/names.ts'

/** Something that took the place of what the machine cannot have. */
export interface StandIn {
  readonly what: string
  readonly instead: string
}

/** A claim of the rehearsal, and what was seen. */
export interface Check {
  readonly claim: string
  readonly seen: string
  readonly ok: boolean
}

/** What a play did on one host, in Ansible's counts. */
export interface HostRecap {
  readonly name: string
  readonly ok: number
  readonly changed: number
  readonly unreachable: number
  readonly failed: number
  readonly skipped: number
}

/** A server that runs, and what Terraform told of it. */
export interface ServerFacts {
  readonly name: string
  readonly address: string
  readonly groups: readonly string[]
  readonly system: string
}

/** A container that runs on a server. */
export interface ContainerFacts {
  readonly server: string
  readonly service: string
  readonly image: string
  readonly status: string
}

/** A question over HTTP, and the answer. */
export interface Answer {
  readonly method: string
  readonly url: string
  readonly status: number
  /** The beginning of the body, or where it leads. */
  readonly said: string
}

/** What a scene shows for itself. */
export type Exhibit =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'commit'; readonly commit: Commit }
  | { readonly kind: 'run'; readonly run: WorkflowRun }
  | { readonly kind: 'images'; readonly images: readonly PushedImage[] }
  | {
      readonly kind: 'comment'
      readonly author: string
      /** Default: `commented on`. */
      readonly did?: 'opened' | 'commented on'
      readonly where: string
      readonly body: string
    }
  | { readonly kind: 'servers'; readonly servers: readonly ServerFacts[] }
  | { readonly kind: 'recap'; readonly playbook: string; readonly hosts: readonly HostRecap[] }
  | { readonly kind: 'containers'; readonly containers: readonly ContainerFacts[] }
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  | { readonly kind: 'checks'; readonly checks: readonly Check[] }
  | { readonly kind: 'stand-ins'; readonly standIns: readonly StandIn[] }

/** One step of the rehearsal. */
export interface Scene {
  readonly title: string
  /** What it belongs to, with the scenes around it. */
  readonly part: string | undefined
  readonly startedAt: Date
  readonly exhibits: Exhibit[]
  /** Milliseconds. */
  duration: number
  /** What went wrong; undefined where nothing did. */
  error: string | undefined
}

/** A rehearsal from beginning to end. */
export interface Story {
  readonly title: string
  /** What it proves, in a sentence or two. */
  readonly about: string
  readonly startedAt: Date
  readonly scenes: Scene[]
  /** What the machine brought: programs and versions. */
  readonly machine: Record<string, string>
}

/**
 * Tells a story as it happens: one line a step on the terminal, and everything into the report.
 * @param signal once aborted, no further scene begins.
 */
export function createTeller(
  title: string,
  about: string,
  print: (line: string) => void,
  signal: AbortSignal = new AbortController().signal,
) {
  const story: Story = { title, about, startedAt: new Date(), scenes: [], machine: {} }
  return {
    story,
    signal,
    /** Plays one scene. What it throws is told, kept for the report and thrown on. */
    async scene<T>(
      name: string,
      play: (show: (exhibit: Exhibit) => void) => Promise<T>,
      part?: string,
    ): Promise<T> {
      const scene: Scene = {
        ...{ title: name, part, startedAt: new Date() },
        ...{ exhibits: [], duration: 0, error: undefined },
      }
      if (part !== undefined && part !== story.scenes.at(-1)?.part) print(`\n${part}`)
      story.scenes.push(scene)
      try {
        signal.throwIfAborted()
        return await play(exhibit => {
          scene.exhibits.push(exhibit)
          for (const line of linesFor(exhibit)) print(line)
        })
      } catch (thrown) {
        const why = signal.aborted ? signal.reason : thrown
        scene.error = messageOf(why)
        throw why
      } finally {
        scene.duration = Date.now() - scene.startedAt.getTime()
        print(`${scene.error === undefined ? '✔' : '✘'} ${name}  ${seconds(scene.duration)}`)
        if (scene.error !== undefined) for (const line of scene.error.split('\n')) print(`    ${line}`)
      }
    },
    /** A line for every step of a workflow that ends. */
    onProgress(progress: Progress): void {
      if (progress.at !== 'step-end') return
      const { conclusion, name, duration } = progress.step
      const mark = { success: '✔', failure: '✘', cancelled: '✘', skipped: '-' }[conclusion]
      print(`    ${mark} ${progress.job}: ${shortPin(name)}  ${seconds(duration)}`)
    },
  }
}
export type Teller = ReturnType<typeof createTeller>

/** A teller whose scenes belong to a part of the story. */
export function within(teller: Teller, part: string): Teller {
  return { ...teller, scene: (name, play) => teller.scene(name, play, part) }
}

/** Milliseconds as a person reads them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function linesFor(exhibit: Exhibit): string[] {
  switch (exhibit.kind) {
    case 'note':
      return [`    ${exhibit.text}`]
    case 'checks':
      return exhibit.checks.map(
        ({ ok, claim, seen }) => `    ${ok ? '✔' : '✘'} ${claim}: ${shortDigest(seen)}`,
      )
    case 'servers':
      return exhibit.servers.map(({ name, address, system }) => `    ${name}: ${system}, at ${address}`)
    case 'recap':
      return exhibit.hosts.map(
        ({ name, ok, changed, failed, unreachable }) =>
          `    ${name}: ok=${ok} changed=${changed} failed=${failed} unreachable=${unreachable}`,
      )
    case 'containers':
      return exhibit.containers.map(
        ({ server, service, image, status }) => `    ${server}/${service}: ${image}, ${status}`,
      )
    case 'answers':
      return exhibit.answers.map(
        ({ method, url, status, said }) => `    ${method} ${url}: ${status} ${said.split('\n')[0]}`,
      )
    case 'stand-ins':
      return exhibit.standIns.map(({ what, instead }) => `    in place of ${what}: ${instead}`)
    default:
      return []
  }
}
