import type { Answer, ContainerFacts, HostRecap, ServerFacts } from '../story.ts'
import { type Html, html } from './html.ts'
import { mark } from './icons.ts'

const COUNTS = ['ok', 'changed', 'skipped', 'failed', 'unreachable'] as const

/** The servers that run, with the addresses that Terraform gave them. */
export function serversView(servers: readonly ServerFacts[]): Html {
  const row = ({ name, address, groups, system }: ServerFacts) => html`<tr>
    <td class="name">${mark('success')} <b>${name}</b>${groups.map(group => html`<span class="chip">${group}</span>`)}</td>
    <td><code>${address}</code></td><td>${system}</td></tr>`
  return html`<article class="card"><table class="list"><thead><tr><th>Server, with its groups</th><th>Address, as Terraform told it</th><th>System</th></tr></thead>
    <tbody>${servers.map(row)}</tbody></table></article>`
}

/** What a play did on each host, as Ansible's recap counts it. */
export function recapView(playbook: string, hosts: readonly HostRecap[]): Html {
  const went = ({ failed, unreachable }: HostRecap) =>
    mark(failed + unreachable === 0 ? 'success' : 'failure')
  const row = (host: HostRecap) => html`<tr>
    <td class="name">${went(host)} <b>${host.name}</b></td>
    ${COUNTS.map(count => html`<td class="count ${host[count] === 0 ? 'none' : count}">${host[count]}</td>`)}</tr>`
  return html`<article class="card"><table class="list"><thead><tr><th>Recap of <code>${playbook}</code></th>
    ${COUNTS.map(count => html`<th class="count">${count}</th>`)}</tr></thead>
    <tbody>${hosts.map(row)}</tbody></table></article>`
}

/** What runs on the servers, asked past Ansible. */
export function containersView(containers: readonly ContainerFacts[]): Html {
  const well = (status: string) => /^Up/.test(status) && !/unhealthy|starting/.test(status)
  const row = ({ server, service, image, status }: ContainerFacts) => html`<tr>
    <td class="name">${mark(well(status) ? 'success' : 'failure')} <b>${service}</b></td>
    <td>${server}</td><td><code>${image}</code></td><td class="status">${status}</td></tr>`
  return html`<article class="card"><table class="list"><thead><tr><th>Container</th><th>Server</th><th>Image</th><th>Status</th></tr></thead>
    <tbody>${containers.map(row)}</tbody></table></article>`
}

/** Questions over HTTP and their answers. */
export function answersView(answers: readonly Answer[]): Html {
  const view = ({ method, url, status, said }: Answer) => html`<div class="answer">
    <p><span class="method">${method}</span><span class="url">${url}</span><span class="code of-${Math.floor(status / 100)}">${status}</span></p>
    ${said !== '' && html`<pre>${said}</pre>`}</div>`
  return html`<article class="card answers">${answers.map(view)}</article>`
}
