import type { RegisterHooksOptions } from 'node:module'

// GitHub's own parser imports JSON files without saying so, which Node refuses unless a hook says it for the package.
// Jest reads JSON by itself, and allows no hooks.
const sayJson: RegisterHooksOptions = {
  load: (url, context, next) =>
    next(
      url,
      url.endsWith('.json')
        ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
        : context,
    ),
}
if (process.env.JEST_WORKER_ID === undefined) process.getBuiltinModule('node:module').registerHooks(sayJson)

/** GitHub's parser; loaded at run time, because the hook must stand first. */
export const parser = await import('@actions/workflow-parser')
