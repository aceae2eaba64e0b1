/** Labels of a repository and of its issues. */
import { isPull, type Label, labelNamed } from '../conversation.ts'
import { invalidField, notFound, Refusal } from '../refusal.ts'
import { type BodyOf, created, ok, page, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { labelView } from '../views/conversation.ts'
import { issueOf } from './issues.ts'

const ONE = '/repos/{owner}/{repo}/issues/{issue_number}/labels'

export const labelRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/labels': call =>
    page(
      call,
      [...call.repository.labels.values()].map(label => labelView(call.hub, call.repository, label)),
    ),
  'POST /repos/{owner}/{repo}/labels': ({ hub, repository, body }) => {
    const { name, color, description } = body as BodyOf<'issues/create-label'>
    if (repository.labels.has(name.toLowerCase())) throw invalidField('Label', 'name', 'already_exists')
    const label = labelNamed(repository, name, hub.nextId())
    label.color = color ?? label.color
    label.description = description ?? null
    return created(labelView(hub, repository, label))
  },
  'GET /repos/{owner}/{repo}/labels/{name}': ({ hub, repository, params }) => {
    const label = repository.labels.get((params.name ?? '').toLowerCase())
    if (!label) throw notFound()
    return ok(labelView(hub, repository, label))
  },
  [`GET ${ONE}`]: call => page(call, viewsOf(call)),
  [`POST ${ONE}`]: async call => {
    const issue = issueOf(call)
    for (const label of namedLabels(call).filter(label => !issue.labels.includes(label))) {
      issue.labels.push(label)
      await tell(call, 'labeled', label)
    }
    return ok(viewsOf(call))
  },
  [`PUT ${ONE}`]: call => {
    issueOf(call).labels = namedLabels(call)
    return ok(viewsOf(call))
  },
  [`DELETE ${ONE}/{name}`]: async call => {
    const issue = issueOf(call)
    const name = (call.params.name ?? '').toLowerCase()
    const gone = issue.labels.find(label => label.name.toLowerCase() === name)
    if (!gone) throw new Refusal(404, 'Label does not exist')
    issue.labels = issue.labels.filter(label => label !== gone)
    await tell(call, 'unlabeled', gone)
    return ok(viewsOf(call))
  },
}

/** Listeners hear of the labels of pull requests. */
async function tell(call: RepositoryCall, action: 'labeled' | 'unlabeled', label: Label): Promise<void> {
  const { hub, repository, actor } = call
  const issue = issueOf(call)
  if (!isPull(issue)) return
  await hub.told(repository, issue, actor.account, { action, label: labelView(hub, repository, label) })
}

/** GitHub takes a list of names or of objects, alone or under `labels`. */
function namedLabels({ hub, repository, body }: RepositoryCall) {
  const given = body as BodyOf<'issues/add-labels'>
  const list = Array.isArray(given) || typeof given === 'string' ? given : (given.labels ?? [])
  return [list]
    .flat()
    .map(entry => (typeof entry === 'string' ? entry : entry.name))
    .map(name => labelNamed(repository, name, hub.nextId()))
}

function viewsOf(call: RepositoryCall) {
  return issueOf(call).labels.map(label => labelView(call.hub, call.repository, label))
}
