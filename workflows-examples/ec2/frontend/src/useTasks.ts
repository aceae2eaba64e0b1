import { useCallback, useEffect, useState } from 'react'
import { api, type Task } from './api.ts'

/** The tasks as the server has them, and what can be done to them. A failure is shown, never swallowed. */
export function useTasks() {
  const [tasks, setTasks] = useState<Task[]>()
  const [failure, setFailure] = useState<string>()

  // After every change the list is read again: the server alone decides on the order.
  const run = useCallback(async (change: () => Promise<unknown>) => {
    try {
      await change()
      setTasks(await api.tasks())
      setFailure(undefined)
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : String(thrown))
    }
  }, [])

  useEffect(() => {
    void run(async () => {})
  }, [run])

  return {
    tasks,
    failure,
    reload: () => run(async () => {}),
    add: (title: string) => run(() => api.add(title)),
    toggle: (task: Task) => run(() => api.change(task.id, { done: !task.done })),
    remove: (task: Task) => run(() => api.remove(task.id)),
  }
}
