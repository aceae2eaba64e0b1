/** The one bundle behind all actions: each is a chunk of its own, loaded when its stub asks for it. */
const actions = {
  'ansible-run': () => import('./ansible-run/src/main.ts'),
  'argocd-wait': () => import('./argocd-wait/src/main.ts'),
  'build-push': () => import('./build-push/src/main.ts'),
  'bump-manifest': () => import('./bump-manifest/src/main.ts'),
  infracost: () => import('./infracost/src/main.ts'),
  'terraform-plan-comment': () => import('./terraform-plan-comment/src/main.ts'),
  'terraform-apply': () => import('./terraform-apply/src/main.ts'),
}

/** Runs one step of one action; called by the stubs in `dist/`, which action.yml names. */
export async function start(action: keyof typeof actions, step: 'main' | 'post'): Promise<void> {
  const loaded = await actions[action]()
  await loaded[step]()
}
