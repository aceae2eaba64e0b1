import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { PlannedImage } from './plan.ts'

/**
 * Makes the paths of an image absolute, and makes sure that they exist and lie in the workspace, symlinks followed.
 * @throws UserError naming the image and the path.
 */
export async function locate(image: PlannedImage, workspace: string): Promise<PlannedImage> {
  const root = await realpath(workspace).catch(() => {
    throw new UserError(`the workspace '${workspace}' does not exist; is GITHUB_WORKSPACE right?`)
  })
  const context = await inside(root, image.context, 'context', image.name)
  if (!(await stat(context)).isDirectory())
    throw wrong(
      image.name,
      'context',
      image.context,
      'it is no folder; name the folder that holds the Dockerfile',
    )
  const file = await inside(root, image.file, 'Dockerfile', image.name)
  if (!(await stat(file)).isFile()) throw wrong(image.name, 'Dockerfile', image.file, 'it is no file')
  return { ...image, context, file }
}

async function inside(root: string, path: string, what: string, name: string): Promise<string> {
  if (/^[a-z+]+:\/\/|^git@/i.test(path))
    throw wrong(name, what, path, 'addresses are not built from; check the repository out and name a folder')
  const wanted = resolve(root, path)
  const outside = () =>
    wrong(name, what, path, 'it lies outside the workspace; paths start at the root of the repository')
  if (!within(root, wanted)) throw outside()
  const real = await realpath(wanted).catch(() => {
    throw wrong(
      name,
      what,
      path,
      'it does not exist; paths start at the root of the repository (is it checked out?)',
    )
  })
  if (!within(root, real)) throw outside()
  return real
}

function within(root: string, path: string): boolean {
  const way = relative(root, path)
  return !isAbsolute(way) && way !== '..' && !way.startsWith('../')
}

function wrong(name: string, what: string, path: string, why: string): UserError {
  return new UserError(`image '${name}' has the ${what} '${path}': ${why}`)
}
