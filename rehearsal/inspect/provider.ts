const REGISTRY = 'https://registry.terraform.io/v1/providers/hashicorp/aws/versions'
const PATIENCE = 5_000

/** Whether Terraform could fetch the AWS provider from its registry. */
export async function registryAnswers(): Promise<boolean> {
  try {
    const answer = await fetch(REGISTRY, { signal: AbortSignal.timeout(PATIENCE) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
