/** An answer that is no success: thrown anywhere under a request, answered as GitHub words it. */
export class Refusal extends Error {
  readonly status: number
  readonly details: Record<string, unknown>
  constructor(status: number, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.details = details
  }

  /** The body of a REST reply. */
  body(): Record<string, unknown> {
    return {
      message: this.message,
      ...this.details,
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    }
  }
}

/** 404, which GitHub also answers where the caller may not know that a thing exists. */
export const notFound = () => new Refusal(404, 'Not Found')

/** 422 with GitHub's short form. */
export const unprocessable = (message: string) => new Refusal(422, message)

/** 422 "Validation Failed", with the field that is to blame. */
export const invalidField = (resource: string, field: string, code: string, message?: string) =>
  new Refusal(422, 'Validation Failed', {
    errors: [{ resource, field, code, ...(message !== undefined && { message }) }],
  })
