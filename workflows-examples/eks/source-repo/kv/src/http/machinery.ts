import type { Metrics } from '../telemetry/metrics.ts'
import { json, type Route } from './reply.ts'

/** Why the service takes no requests now; undefined where it does. */
export type Obstacle = () => string | undefined

/** What Kubernetes asks for. */
export function healthRoutes(obstacle: Obstacle): Route[] {
  return [
    { method: 'GET', path: '/health/live', quiet: true, handle: () => json(200, { status: 'ok' }) },
    {
      method: 'GET',
      path: '/health/ready',
      quiet: true,
      handle() {
        const reason = obstacle()
        return reason === undefined ? json(200, { status: 'ok' }) : json(503, { status: reason })
      },
    },
  ]
}

/** What Prometheus asks for. */
export function metricsRoute(metrics: Metrics): Route {
  return {
    method: 'GET',
    path: '/metrics',
    quiet: true,
    handle: () => ({
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: metrics.print(),
    }),
  }
}
