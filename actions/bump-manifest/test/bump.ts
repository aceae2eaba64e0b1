import { parseImages } from '../src/images.ts'
import { type BumpPlan, planBump } from '../src/plan.ts'
import { type BumpRequest, parseSetLine } from '../src/request.ts'

/** What a test asks for; `images` and `set` as users write them. */
export interface Wish {
  readonly images?: string
  readonly set?: readonly string[]
  readonly files?: readonly string[]
  readonly pin?: BumpRequest['pin']
  readonly allowDowngrade?: boolean
}

/** Plans a bump of files that are given as text or bytes. */
export function bump(files: Record<string, string | Uint8Array>, wish: Wish): BumpPlan {
  const sources = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }))
  return planBump(sources, {
    images: wish.images === undefined ? [] : parseImages(wish.images),
    set: (wish.set ?? []).map(parseSetLine),
    files: wish.files ?? [],
    pin: wish.pin ?? 'keep',
    allowDowngrade: wish.allowDowngrade ?? false,
  })
}

/** The files after a bump. */
export function after(files: Record<string, string>, plan: BumpPlan): Record<string, string> {
  return { ...files, ...Object.fromEntries(plan.changes.map(change => [change.path, change.after])) }
}

/** Bumps one file; its text after that. */
export function bumped(path: string, text: string, wish: Wish): string {
  return after({ [path]: text }, bump({ [path]: text }, wish))[path] ?? ''
}

export const DIGEST = `sha256:${'a'.repeat(64)}`
export const OLD_DIGEST = `sha256:${'b'.repeat(64)}`
