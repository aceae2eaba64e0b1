import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../scripts/actions.ts'
import { sourcesOf } from './project.ts'
import { applications, clusters, texts } from './world.ts'

const terraform = (file: string) => readFileSync(join(root, 'terraform', file), 'utf8')
const group = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? `nothing that is like ${pattern}`
const values = (file: string) => parse(texts[file] ?? '')

const project = terraform('live/project.hcl')
const name = group(project, /^ {2}project = "([^"]+)"$/m)
/** The environment in terraform/live of each cluster. */
const environments: Readonly<Record<string, string>> = { staging: 'staging', production: 'prod' }

test('Terraform names clusters and roles as the tests below take it', () => {
  const cluster = [
    'live/units/cluster.hcl',
    '"${local.project.project}-${local.account.environment}"',
  ] as const
  const access = ['modules/cluster-access/main.tf', '= "${var.project}-${var.environment}"'] as const
  const target = ['modules/cluster-access/main.tf', '= "${local.cluster_name}-argocd-target"'] as const
  for (const [file, text] of [cluster, access, target]) expect(terraform(file)).toContain(text)
})

describe.each(clusters.map(cluster => [cluster.stringData.name, cluster] as const))(
  'the cluster %s',
  (cluster, { metadata: { annotations }, stringData }) => {
    const environment = environments[cluster] ?? ''
    const { region = '', eksCluster } = annotations

    test('is one that Terraform makes, in the region where it makes it', () => {
      const account = terraform(`live/${environment}/account.hcl`)
      expect(eksCluster).toBe(`${name}-${group(account, /environment = "(.*)"/)}`)
      expect(region).toBe(group(terraform(`live/${environment}/${region}/region.hcl`), /region = "(.*)"/))
    })

    test('is opened by the role that Terraform makes there, or from inside', () => {
      const { awsAuthConfig } = JSON.parse(stringData.config)
      if (environment === 'prod') {
        expect(terraform('live/prod/access/terragrunt.hcl')).toMatch(/^ {2}argocd = \{$/m)
        expect([stringData.server, awsAuthConfig]).toEqual(['https://kubernetes.default.svc', undefined])
        return
      }
      const account = group(project, new RegExp(`${environment} = "(\\d{12})"`))
      const roleARN = `arn:aws:iam::${account}:role/${eksCluster}-argocd-target`
      expect(awsAuthConfig).toEqual({ clusterName: eksCluster, roleARN })
      expect(stringData.server).toMatch(new RegExp(`^https://.+\\.${region}\\.eks\\.amazonaws\\.com$`))
    })

    test('gets a Load Balancer Controller under the account that has its role', () => {
      const controller = applications.find(({ metadata }) => metadata.name === `load-balancers-${cluster}`)
      const [source] = controller ? sourcesOf(controller) : []
      const account = 'aws-load-balancer-controller'
      expect(source?.helm?.valuesObject).toMatchObject({
        clusterName: eksCluster,
        region,
        vpcId: annotations.vpcId,
        serviceAccount: { create: true, name: account },
        ...{ enableShield: false, enableWaf: false, enableWafv2: false },
      })
      expect(controller?.spec.destination).toEqual({ name: cluster, namespace: 'kube-system' })
      const role = terraform('modules/cluster-roles/main.tf').split('module "load_balancer"')[1] ?? ''
      expect(group(role, /namespace +=( "kube-system")/)).toBe(' "kube-system"')
      expect(group(role, /service_accounts = \["(.*)"\]/)).toBe(account)
      expect(terraform('modules/cluster-access/outputs.tf')).toContain(
        `{ namespace = "kube-system", service_account = "${account}", role_arn`,
      )
    })
  },
)

test('Argo CD runs under the accounts that have its roles', () => {
  const { server, controller, applicationSet } = values('bootstrap/values.yaml')
  const mayLeave = [controller, applicationSet, server].map(({ serviceAccount }) => serviceAccount.name)
  const module = terraform('modules/argocd/main.tf')
  expect(JSON.parse(group(module, /^locals \{\n {2}service_accounts = (\[.*\])$/m))).toEqual(mayLeave)
  const { serviceAccount } = values('image-updater/values.yaml')
  expect(group(module, /service_accounts = \["(.*)"\]\n {2}statements {7}= local\.image_updater/)).toBe(
    serviceAccount.name,
  )
})
