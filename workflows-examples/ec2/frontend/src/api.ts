export interface Task {
  id: number
  title: string
  done: boolean
  created_at: string
}

export const api = {
  tasks: () => call<Task[]>('GET', '/tasks'),
  add: (title: string) => call<Task>('POST', '/tasks', { title }),
  change: (id: number, change: Partial<Pick<Task, 'title' | 'done'>>) =>
    call<Task>('PATCH', `/tasks/${id}`, change),
  remove: (id: number) => call<void>('DELETE', `/tasks/${id}`),
  revision: async () => (await call<{ revision: string }>('GET', '/version')).revision,
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`The server answered ${response.status} ${response.statusText}`.trim())
  return response.status === 204 ? (undefined as T) : response.json()
}
