import { playOne } from '../play-one.ts'
import type { Teller } from '../story.ts'
import { demandLive } from './look.ts'
import type { Company } from './open.ts'
import { playReview } from './review.ts'
import type { Stage } from './stage.ts'

const FOLDER = 'deploy/kubernetes/monitoring'
const DASHBOARD = `${FOLDER}/dashboards/kv.json`

/** Alerts and dashboards lie beside the code; Argo CD takes them from there. */
export async function playMonitoring(stage: Stage, company: Company, teller: Teller): Promise<void> {
  const { sha: commit } = await playReview(
    company,
    {
      branch: 'alert-earlier',
      title: 'Warn when the store is 70 % full',
      first: [
        { file: `${FOLDER}/rules.yaml`, from: 'kv_bytes > 0.8', to: 'kv_bytes > 0.7' },
        { file: `${FOLDER}/rules.yaml`, from: 'more than 80 %', to: 'more than 70 %' },
        { file: DASHBOARD, from: '"title": "Key-value store"', to: '"titel": "Key-value store"' },
      ],
      red: 'A pull request to the alerts and the dashboard: monitoring.yml is red',
      complaint: /a dashboard has a uid, a title and panels/,
      mended: 'Give the dashboard its title again',
      fixes: [{ file: DASHBOARD, from: '"titel"', to: '"title"' }],
      green: 'The dashboard is put right: it is green',
    },
    teller,
  )
  await teller.scene('monitoring.yml: live in staging', async show => {
    await playOne(company.source, show, teller)
    await demandLive(stage, { commit, environment: 'staging', applications: ['kv-monitoring'] }, show)
  })
}
