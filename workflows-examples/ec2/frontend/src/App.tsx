import { type FormEvent, useEffect, useState } from 'react'
import { api, type Task } from './api.ts'
import { useTasks } from './useTasks.ts'

export function App() {
  const { tasks, failure, reload, add, toggle, remove } = useTasks()
  const open = tasks?.filter(task => !task.done).length ?? 0
  return (
    <>
      <main>
        <header>
          <h1>Tasks</h1>
          {tasks && <p>{open === 0 ? 'All done' : `${open} open`}</p>}
        </header>
        <NewTask add={add} />
        {failure && (
          <p className="failure" role="alert">
            {failure} <button onClick={reload}>Try again</button>
          </p>
        )}
        {tasks?.length === 0 && <p className="empty">Nothing here yet. Write down the first thing.</p>}
        <ul>
          {tasks?.map(task => (
            <Row key={task.id} task={task} toggle={() => toggle(task)} remove={() => remove(task)} />
          ))}
        </ul>
      </main>
      <Revisions />
    </>
  )
}

function NewTask({ add }: { add: (title: string) => Promise<void> }) {
  const [title, setTitle] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    setTitle('')
    void add(title)
  }
  return (
    <form onSubmit={submit}>
      <input
        value={title}
        onChange={event => setTitle(event.target.value)}
        placeholder="What needs doing?"
        aria-label="New task"
        maxLength={200}
        autoFocus
      />
      <button type="submit">Add</button>
    </form>
  )
}

function Row({ task, toggle, remove }: { task: Task; toggle: () => void; remove: () => void }) {
  return (
    <li className={task.done ? 'done' : ''}>
      <label>
        <input type="checkbox" checked={task.done} onChange={toggle} />
        <span>{task.title}</span>
      </label>
      <button className="remove" onClick={remove} aria-label={`Remove ${task.title}`}>
        ×
      </button>
    </li>
  )
}

/** Which commit runs: after a deployment both parts show the new one. */
function Revisions() {
  const [backend, setBackend] = useState('…')
  useEffect(() => {
    api.revision().then(setBackend, () => setBackend('unreachable'))
  }, [])
  return (
    <footer>
      frontend <code>{short(import.meta.env.VITE_REVISION ?? 'development')}</code> · backend{' '}
      <code>{short(backend)}</code>
    </footer>
  )
}

function short(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision
}
