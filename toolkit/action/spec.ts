import { bool, type Field, type Inputs } from './fields.ts'

/** An output's contract, as it stands in action.yml. */
export interface Output {
  readonly description: string
}

/** What an action is called, takes and gives; action.yml and the README's tables are generated from it. */
export interface ActionSpec<
  F extends Record<string, Field<unknown>> = Record<string, Field<unknown>>,
  O extends Record<string, Output> = Record<string, Output>,
> {
  /** The folder's name under `actions/`. */
  readonly name: string
  /** The title in the marketplace and in the job summary. */
  readonly title: string
  readonly description: string
  /** A Feather icon and one of GitHub's eight colours. */
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: F
  readonly outputs: O
}

/** The inputs that every action has. */
const commonInputs = {
  'dry-run': bool({
    description: 'Show what would happen; change nothing outside the runner.',
    default: false,
  }),
  summary: bool({ description: 'Write a job summary.', default: true }),
}

/** Declares an action; every action also gets `dry-run` and `summary`. */
export function defineAction<
  const F extends Record<string, Field<unknown>>,
  const O extends Record<string, Output>,
>(spec: ActionSpec<F, O>): ActionSpec<F & typeof commonInputs, O> {
  return { ...spec, inputs: { ...spec.inputs, ...commonInputs } }
}

/** The typed inputs of a declared action. */
export type InputsOf<S extends ActionSpec> = Inputs<S['inputs']>

/** What an action leaves behind. Every declared output is set; undefined becomes the empty string. */
export interface Report<S extends ActionSpec> {
  readonly outputs: { readonly [K in keyof S['outputs']]: string | number | boolean | undefined }
  /** Markdown for the job summary. */
  readonly summary: string
  /** Set where the step must fail although there is something to report. */
  readonly failure?: string
}
