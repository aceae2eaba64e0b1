/** Labels of a repository and of its issues. */
import { labelNamed } from '../conversation.ts'
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
  [`POST ${ONE}`]: call => {
    const issue = issueOf(call)
    for (const label of namedLabels(call)) if (!issue.labels.includes(label)) issue.labels.push(label)
    return ok(viewsOf(call))
  },
  [`PUT ${ONE}`]: call => {
    issueOf(call).labels = namedLabels(call)
    return ok(viewsOf(call))
  },
  [`DELETE ${ONE}/{name}`]: call => {
    const issue = issueOf(call)
    const name = (call.params.name ?? '').toLowerCase()
    const rest = issue.labels.filter(label => label.name.toLowerCase() !== name)
    if (rest.length === issue.labels.length) throw new Refusal(404, 'Label does not exist')
    issue.labels = rest
    return ok(viewsOf(call))
  },
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
